package uk.earlyhelphub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.earlyhelphub.proof.LogKey;

/** A process of its own, with next to no memory. */
class TooLittleMemoryTest {
    @TempDir
    private Path folder;

    /** Java's own exit code would be 1, which says that something was altered. */
    @Test
    void too_little_memory_is_never_said_to_be_an_alteration() throws Exception {
        LogKey.generate("hub.test/history").writeTo(folder.resolve("key"));
        var line = new byte[7 << 20];
        Arrays.fill(line, (byte) 'x');
        try (var file = Files.newOutputStream(folder.resolve("history"))) {
            file.write("early-help-hub-history 1\ne ".getBytes(StandardCharsets.UTF_8));
            file.write(line);
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx12m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Start.class.getName(),
                        "verify",
                        folder.resolve("history").toString(),
                        "-k",
                        folder.resolve("key.pub").toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("not enough memory").doesNotContain("ALTERED");
    }
}

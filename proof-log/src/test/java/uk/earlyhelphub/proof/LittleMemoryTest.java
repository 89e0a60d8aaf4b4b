package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor's small machine is enough. */
class LittleMemoryTest {
    private static final int EVENTS = 100_000;

    @TempDir
    private Path folder;

    private static Iterator<Leaf> rows() {
        return LongStream.range(0, EVENTS)
                .mapToObj(i -> new Leaf(
                        1,
                        700 + i,
                        i + 1,
                        new UUID(1, i).toString(),
                        "RecordAccess",
                        new UUID(i * 0x9e3779b97f4a7c15L, i).toString(),
                        0,
                        "RecordAccess.RecordOpened",
                        1,
                        Instant.EPOCH.plusSeconds(i),
                        "{\"view\":\"" + "case ".repeat(40) + "\"}",
                        "{\"actorId\":\"amy\",\"purpose\":\"" + "x".repeat(200) + "\"}"))
                .iterator();
    }

    /** In a process of its own, with a heap of 32 MB. */
    public static final class Verifying {
        private Verifying() {}

        public static void main(String[] arguments) throws IOException, NotAHistory {
            try (var in = Files.newInputStream(Path.of(arguments[0]))) {
                var verdict = new HistoryVerifier(PublicLogKey.parse(arguments[1]), List.of(), bytes -> {}).verify(in);
                System.out.println(verdict.outcome() + " " + verdict.leaves());
            }
        }
    }

    private static Path place(Class<?> of) throws URISyntaxException {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void a_hundred_thousand_cases_are_verified_in_32_megabytes() throws Exception {
        var root = new RootBuilder();
        rows().forEachRemaining(row -> root.add(row.hash()));
        var checkpoint = SignedCheckpoint.sign(new Checkpoint("hub.test/history", EVENTS, root.root()), History.KEY);
        var file = folder.resolve("history");
        try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            var log = java.util.stream.StreamSupport.stream(
                            java.util.Spliterators.spliteratorUnknownSize(rows(), 0), false)
                    .map(row -> new LoggedLeaf(row.hash(), row.position()))
                    .iterator();
            HistoryWriter.write(out, List.of(checkpoint), log, rows());
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        place(Verifying.class) + File.pathSeparator + place(HistoryVerifier.class),
                        Verifying.class.getName(),
                        file.toString(),
                        History.KEY.publicKey().toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("INTACT " + EVENTS);
    }
}

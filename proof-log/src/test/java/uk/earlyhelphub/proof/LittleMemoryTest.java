package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An auditor's small machine is enough. */
class LittleMemoryTest {
    private static final int EVENTS = 1_000_000;

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
                        "{\"view\":\"casefile\"}",
                        "{\"actorId\":\"amy\",\"purpose\":\"AUDIT\"}"))
                .iterator();
    }

    /** In a process of its own, with a heap of 32 MB. */
    public static final class Verifying {
        private Verifying() {}

        public static void main(String[] arguments) throws IOException, NotAHistory {
            var verdict =
                    new HistoryVerifier(PublicLogKey.parse(arguments[0]), List.of(), bytes -> {}).verify(System.in);
            System.out.println(verdict.outcome() + " " + verdict.leaves());
        }
    }

    private static Path place(Class<?> of) throws URISyntaxException {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void a_million_events_of_a_million_cases_are_verified_in_32_megabytes() throws Exception {
        var root = new RootBuilder();
        rows().forEachRemaining(row -> root.add(row.hash()));
        var checkpoint = SignedCheckpoint.sign(new Checkpoint("hub.test/history", EVENTS, root.root()), History.KEY);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        place(Verifying.class) + File.pathSeparator + place(HistoryVerifier.class),
                        Verifying.class.getName(),
                        History.KEY.publicKey().toString())
                .redirectErrorStream(true)
                .start();
        try (var out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            var log = StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows(), 0), false)
                    .map(row -> new LoggedLeaf(row.hash(), row.position()))
                    .iterator();
            HistoryWriter.write(out, List.of(checkpoint), log, rows());
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("INTACT " + EVENTS);
    }
}

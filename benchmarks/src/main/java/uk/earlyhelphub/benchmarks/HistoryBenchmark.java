package uk.earlyhelphub.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import uk.earlyhelphub.proof.Checkpoint;
import uk.earlyhelphub.proof.HistoryVerifier;
import uk.earlyhelphub.proof.HistoryWriter;
import uk.earlyhelphub.proof.Leaf;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.RootBuilder;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** Verifies an exported history of a million events, beside plain SHA-256 over the same bytes. */
final class HistoryBenchmark {
    private static final int EVENTS = 1_000_000;
    private static final String PAYLOAD =
            "{\"referralId\":\"371f1b81-36f4-47a2-a042-d96069466b94\",\"text\":{\"sealedFor\":"
                    + "\"371f1b81-36f4-47a2-a042-d96069466b94\",\"ciphertext\":\"" + "Zm9vYmFy".repeat(40) + "\"}}";
    private static final String ENVELOPE =
            "{\"actorId\":\"amy\",\"actorName\":\"Amy Khan\",\"actorRole\":\"CASEWORKER\",\"organisation\":\"afc\",\"purpose\":\"PROTECT\"}";

    private HistoryBenchmark() {}

    static void run(Report report) throws Exception {
        var file = Files.createTempFile("history", ".hubhistory");
        try {
            var key = LogKey.generate("bench/history");
            write(file, key);
            plain(file);
            var before = plain(file);
            var begun = System.nanoTime();
            try (var in = Files.newInputStream(file)) {
                var verdict = new HistoryVerifier(key.publicKey(), List.of(), bytes -> {}).verify(in);
                if (!verdict.intact() || verdict.leaves() != EVENTS) {
                    throw new IllegalStateException(verdict.findings().toString());
                }
            }
            var ours = (System.nanoTime() - begun) / 1e9;
            var after = plain(file);
            report.add(
                    "verify 1,000,000 exported events, seconds (limit: SHA-256 of the file)",
                    ours,
                    (before + after) / 2);
            report.add("size of that file, MB", Files.size(file) / 1e6, null);
        } finally {
            Files.delete(file);
        }
    }

    private static Leaf leaf(long n) {
        return new Leaf(
                1,
                700 + n,
                n + 1,
                new UUID(n, ~n).toString(),
                "Referral",
                new UUID(n / 30, 7).toString(),
                n % 30,
                "Referral.InformationRecorded",
                1,
                Instant.ofEpochSecond(1_790_000_000L + n),
                PAYLOAD,
                ENVELOPE);
    }

    private static <T> Iterator<T> each(LongFunction<T> made) {
        return LongStream.range(0, EVENTS).mapToObj(made).iterator();
    }

    private static void write(Path file, LogKey key) throws IOException {
        var root = new RootBuilder();
        var log = new ArrayList<LoggedLeaf>(EVENTS);
        each(HistoryBenchmark::leaf).forEachRemaining(leaf -> {
            log.add(new LoggedLeaf(leaf.hash(), leaf.position()));
            root.add(log.getLast().hash());
        });
        var checkpoint = SignedCheckpoint.sign(new Checkpoint("bench/history", root.size(), root.root()), key);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            HistoryWriter.write(out, List.of(checkpoint), log.iterator(), each(HistoryBenchmark::leaf));
        }
    }

    /** Seconds for SHA-256 over all of it. */
    private static double plain(Path file) throws Exception {
        var begun = System.nanoTime();
        var sha = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[1 << 16];
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        sha.digest();
        return (System.nanoTime() - begun) / 1e9;
    }
}

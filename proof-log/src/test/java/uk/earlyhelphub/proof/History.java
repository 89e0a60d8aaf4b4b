package uk.earlyhelphub.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A history made up for tests: events of a few cases, and the log over them. */
final class History {
    static final LogKey KEY = LogKey.generate("hub.test/history");

    /** What comes of a file that is something else. */
    static final Verdict NO_HISTORY =
            new Verdict(0, List.of(new Finding(Finding.Kind.DAMAGED_FILE, "line 1", "no history")), 1, false, 0, null);

    final List<Leaf> stored;
    final List<LoggedLeaf> log;
    final List<SignedCheckpoint> checkpoints;

    History(List<Leaf> stored, List<LoggedLeaf> log, List<SignedCheckpoint> checkpoints) {
        this.stored = stored;
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /** Of a given size, with a checkpoint after every few events. */
    static History random(int size, Random random) {
        var rows = new ArrayList<Leaf>();
        Map<String, Long> next = new HashMap<>();
        long tx = 700 + random.nextInt(50);
        for (var i = 0; i < size; i++) {
            var aggregate = uuid("case " + random.nextInt(5));
            var sequence = next.merge(aggregate, 1L, Long::sum) - 1;
            rows.add(leaf(1, tx, i + 1L, aggregate, sequence, random));
            if (random.nextInt(3) > 0) {
                tx += 1 + random.nextInt(4);
            }
        }
        return of(rows, KEY, random);
    }

    private static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static Leaf leaf(int epoch, long tx, long index, String aggregate, long sequence, Random random) {
        var cipher = new byte[24];
        random.nextBytes(cipher);
        return new Leaf(
                epoch,
                tx,
                index,
                new UUID(random.nextLong(), random.nextLong()).toString(),
                "Referral",
                aggregate,
                sequence,
                "Referral.PersonAdded",
                1,
                Instant.ofEpochSecond(1_790_000_000L + index, random.nextInt(1_000_000) * 1000L),
                "{\"name\":{\"about\":\"" + uuid("person " + random.nextInt(3)) + "\",\"cipher\":\""
                        + java.util.HexFormat.of().formatHex(cipher) + "\",\"note\":\"caf\u00e9 \\\\ \\n\"}}",
                "{\"actorName\":\"A. \u2014 \ud83d\ude00 Worker\",\"purpose\":\"PROTECT\"}");
    }

    /** The log that would have been made over these rows. */
    static History of(List<Leaf> rows, LogKey key, Random random) {
        var log = new ArrayList<LoggedLeaf>();
        var checkpoints = new ArrayList<SignedCheckpoint>();
        var root = new RootBuilder();
        for (var row : rows) {
            log.add(new LoggedLeaf(row.hash(), row.position()));
            root.add(row.hash());
            if (random.nextInt(30) == 0 || root.size() == rows.size()) {
                checkpoints.add(
                        SignedCheckpoint.sign(new Checkpoint(key.publicKey().name(), root.size(), root.root()), key));
            }
        }
        return new History(rows, log, checkpoints);
    }

    History stored(List<Leaf> rows) {
        return new History(rows, log, checkpoints);
    }

    byte[] file() {
        var out = new ByteArrayOutputStream();
        try {
            HistoryWriter.write(out, checkpoints, log.iterator(), stored.iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Verdict compare() {
        try {
            return StoreComparison.compare(log.iterator(), stored.iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Verdict verify(List<SignedCheckpoint> kept) {
        return verify(file(), kept);
    }

    static Verdict verify(byte[] file, List<SignedCheckpoint> kept) {
        try {
            return new HistoryVerifier(KEY.publicKey(), kept, bytes -> {}).verify(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotAHistory _) {
            return NO_HISTORY;
        }
    }
}

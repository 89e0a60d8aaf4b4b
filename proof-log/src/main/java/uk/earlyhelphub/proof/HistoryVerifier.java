package uk.earlyhelphub.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks an exported history with nothing but the log's public key and the checkpoints that the auditor kept. Whoever made the
 * file is not trusted. One pass over it, in memory that does not grow with it: which number each case has come to is kept in a
 * temporary file when there are many.
 */
public final class HistoryVerifier {
    private static final int LISTED = 1000;

    private final PublicLogKey key;
    private final RootComparison roots;
    private final LongConsumer progress;
    private final List<Finding> findings = new ArrayList<>();
    private RootBuilder log = new RootBuilder();
    private SequenceTable numbers = new SequenceTable();
    private long begun;
    private long found;
    private boolean ended;
    private boolean damaged;
    private @Nullable String lastRecordedAt;
    private LeafPosition last = LeafPosition.START;

    /**
     * @param kept checkpoints from before, which the history must still lead to
     * @param progress is told how many bytes were read, now and then
     */
    public HistoryVerifier(PublicLogKey key, List<SignedCheckpoint> kept, LongConsumer progress) {
        this.key = key;
        this.roots = new RootComparison(kept, this::find);
        this.progress = progress;
    }

    /**
     * Reads a history to its end. A verifier verifies one.
     *
     * @throws IOException if it cannot be read
     * @throws NotAHistory if it is something else
     */
    public Verdict verify(InputStream file) throws IOException, NotAHistory {
        try (var table = new SequenceTable()) {
            numbers = table;
            return read(new Lines(file));
        }
    }

    private Verdict read(Lines lines) throws IOException, NotAHistory {
        if (!lines.next()) {
            throw NotAHistory.empty();
        }
        if (!lines.text().equals(HistoryWriter.HEADER)) {
            throw NotAHistory.beginningWith(lines.start(4));
        }
        while (lines.next()) {
            if (ended) {
                damaged("line " + lines.number(), "something follows the end of the history");
                break;
            }
            take(lines);
            if (lines.number() % 10_000 == 0) {
                progress.accept(lines.bytes());
            }
        }
        progress.accept(lines.bytes());
        conclude();
        return verdict();
    }

    /** The newest checkpoint in the history that the key signed; it is worth keeping if the verdict is that all is intact. */
    public Optional<SignedCheckpoint> newest() {
        return roots.newest();
    }

    private void take(Lines line) throws IOException, NotAHistory {
        try {
            if (!line.complete()) {
                throw new IllegalArgumentException();
            }
            switch (line.tag()) {
                case 's' -> begin(line.text(2));
                case 'c' -> checkpoint(line.text(2));
                case 'e' -> event(line);
                case 'd' -> missing(line.text(2));
                case 'x' -> unknown(line.text(2));
                case 'z' -> end(line.text(2), line);
                default -> throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            damaged("line " + line.number(), "this is not a line of an exported history");
        }
    }

    /** The file leaves out what the kept checkpoint was signed over, and says what that comes to. */
    private void begin(String rest) throws NotAHistory {
        var parts = rest.split(" ");
        var size = Long.parseLong(parts[0]);
        if (log.size() > 0 || !roots.none()) {
            throw new IllegalArgumentException();
        }
        log = RootBuilder.from(
                size, Arrays.stream(parts).skip(1).map(Hash::fromBase64).toList());
        begun = size;
        if (!roots.beginAt(begun)) {
            throw NotAHistory.onlyFrom(begun);
        }
    }

    private void checkpoint(String encoded) {
        var note = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        try {
            var signed = SignedCheckpoint.verify(note, key);
            if (log.size() > begun || signed.checkpoint().size() < begun) {
                throw new IllegalArgumentException();
            }
            roots.met(signed);
        } catch (SignedCheckpoint.Forged e) {
            find(Finding.Kind.FORGED_CHECKPOINT, "in the file", String.valueOf(e.getMessage()));
        }
    }

    private void event(Lines line) throws IOException {
        var hash = line.hash();
        @Nullable LeafScan leaf = scan(line);
        Supplier<String> where = () -> where(line);
        if (!line.contentHash().equals(hash)) {
            find(Finding.Kind.EDITED, where, Finding.EDITED_WHAT);
        } else if (leaf == null) {
            find(Finding.Kind.EDITED, where, "what was recorded is not an event");
        }
        if (leaf != null) {
            inOrder(leaf.position, where);
            var before = leaf.numberIn(numbers);
            if (leaf.sequence != before + 1 && (begun == 0 || before >= 0)) {
                find(Finding.Kind.RENUMBERED, where, "the next event there would be number " + (before + 1));
            }
            lastRecordedAt = leaf.recordedAt();
        }
        add(hash);
    }

    private static @Nullable LeafScan scan(Lines line) {
        try {
            return line.scan();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private String where(Lines line) {
        @Nullable Leaf leaf = leaf(line.text(Lines.EVENT_FROM));
        return "leaf " + log.size() + (leaf == null ? "" : ", " + leaf.name());
    }

    private static @Nullable Leaf leaf(String line) {
        try {
            return Leaf.parse(line);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private void missing(String rest) {
        var parts = rest.split(" ", 2);
        var position = LeafPosition.parse(parts[1]);
        var where = "leaf " + log.size() + " (at " + position + ")";
        find(Finding.Kind.DELETED, where, Finding.DELETED_WHAT);
        inOrder(position, () -> where);
        add(Hash.fromBase64(parts[0]));
    }

    private void unknown(String line) {
        @Nullable Leaf leaf = leaf(line);
        find(
                Finding.Kind.INSERTED,
                "before leaf " + log.size() + (leaf == null ? "" : ", " + leaf.name()),
                Finding.INSERTED_WHAT);
    }

    private void inOrder(LeafPosition position, Supplier<String> where) {
        if (position.compareTo(last) <= 0) {
            find(Finding.Kind.MOVED, where, "it stands after " + last + ", which it did not follow");
        }
        last = position;
    }

    private void add(Hash hash) {
        if (log.size() == begun) {
            roots.soFar(log);
        }
        log.add(hash);
        roots.soFar(log);
    }

    private void end(String rest, Lines lines) {
        var parts = rest.split(" ", 2);
        if (Long.parseLong(parts[0]) != log.size()
                || !parts[1].equals(HexFormat.of().formatHex(lines.digestBefore()))) {
            damaged("end", "the file is not as it was written: its checksum is another");
        }
        ended = true;
    }

    private void conclude() {
        if (!ended && !damaged) {
            damaged("end", "the file stops before its end: fetch it again, to its end");
        }
        roots.conclude(log);
    }

    private void damaged(String where, String what) {
        damaged = true;
        find(Finding.Kind.DAMAGED_FILE, where, what);
    }

    private void find(Finding.Kind kind, String where, String what) {
        find(kind, () -> where, what);
    }

    private void find(Finding.Kind kind, Supplier<String> where, String what) {
        if (found++ < LISTED) {
            findings.add(new Finding(kind, where.get(), what));
        }
    }

    private Verdict verdict() {
        return new Verdict(
                log.size(), findings, found, !damaged && !roots.none(), roots.covered(), instant(lastRecordedAt));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}

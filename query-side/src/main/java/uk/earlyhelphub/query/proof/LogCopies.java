package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.LogPlace;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.PublicLogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** All copies of the log: what one cannot do, another does. */
final class LogCopies implements AutoCloseable {
    private static final int SPREAD = 1000;
    private final List<LogCopy> copies;

    LogCopies(List<Path> folders, PublicLogKey key) {
        this.copies = folders.stream().map(folder -> new LogCopy(folder, key)).toList();
    }

    /**
     * Opens them, and holds each against the root that was signed in it.
     *
     * @throws LogPlace.Altered naming every copy that is not what was left there, and which are whole
     */
    void open() throws LogPlace.Altered, LogPlace.InUse {
        var bad = new ArrayList<String>();
        var whole = new ArrayList<String>();
        for (var copy : copies) {
            try {
                copy.open();
                if (copy.found() != null) {
                    whole.add(copy.name());
                }
            } catch (LogPlace.Altered e) {
                bad.add(String.valueOf(e.getMessage()));
            }
        }
        if (!bad.isEmpty()) {
            throw new LogPlace.Altered(String.join("; ", bad)
                    + (whole.isEmpty() ? "" : ". Whole, and not to be touched: " + String.join(", ", whole)));
        }
    }

    /** The first of those that have most; none if nobody has anything. */
    @Nullable
    LogCopy furthest() {
        @Nullable LogCopy furthest = null;
        for (var copy : copies) {
            if (copy.found() != null && (furthest == null || copy.foundSize() > furthest.foundSize())) {
                furthest = copy;
            }
        }
        return furthest;
    }

    /** Throws {@link IOException} if a copy could not be opened: what is in it is not known. */
    void requireAllOpen() throws IOException {
        for (var copy : copies) {
            if (!copy.isOpen()) {
                throw new IOException("no folder that can be read has the log, and " + copy.name() + " cannot be read");
            }
        }
    }

    /** Every copy must have what the furthest has, as far as it goes. */
    void requireOneHistory(LogCopy furthest, LongFunction<Hash> root) throws LogPlace.Altered {
        for (var copy : copies) {
            var found = copy.found();
            if (found != null
                    && !root.apply(found.checkpoint().size())
                            .equals(found.checkpoint().root())) {
                throw new LogPlace.Altered(copy.name() + " and " + furthest.name()
                        + " tell different histories, and both were signed: neither may be emptied");
            }
        }
    }

    /** Writes a checkpoint and what lies under it to every copy; answers whether one has it. */
    boolean take(SignedCheckpoint checkpoint, LongFunction<List<LoggedLeaf>> lacking, LongFunction<Hash> root) {
        var written = false;
        for (var copy : copies) {
            written |= copy.take(checkpoint, lacking, root);
        }
        return written;
    }

    /** Some leaves from an index on, from the first copy that can give them. */
    List<LoggedLeaf> leaves(long from, int count) throws IOException {
        @Nullable IOException failed = null;
        for (var copy : copies) {
            if (copy.has(from)) {
                try {
                    return copy.leaves(from, count);
                } catch (IOException e) {
                    failed = e;
                }
            }
        }
        throw failed != null ? failed : new IOException("no folder has leaf " + from + ": " + troubles());
    }

    /** Checkpoints before one of them, spread over all. */
    List<SignedCheckpoint> checkpointsBefore(SignedCheckpoint last) throws IOException {
        for (var copy : copies) {
            if (copy.has(last.checkpoint().size() - 1)) {
                return copy.checkpoints(SPREAD).stream()
                        .filter(c -> c.checkpoint().size() > 0
                                && c.checkpoint().size() < last.checkpoint().size())
                        .toList();
            }
        }
        return List.of();
    }

    /** Reads every copy through, and notes which is not what was signed. */
    void check(SignedCheckpoint signed) {
        copies.forEach(copy -> copy.check(signed.checkpoint()));
    }

    /** Keeps the newest checkpoint that a witness signed too, in every copy that can be written. */
    void keepWitnessed(String note) throws IOException {
        for (var copy : copies) {
            if (copy.isOpen()) {
                copy.keepWitnessed(note);
            }
        }
    }

    /** What is wrong with a copy, by its folder. */
    Map<String, String> troubles() {
        var troubles = new TreeMap<String, String>();
        for (var copy : copies) {
            var trouble = copy.trouble();
            if (trouble != null) {
                troubles.put(copy.name(), trouble);
            }
        }
        return troubles;
    }

    List<String> names() {
        return copies.stream().map(LogCopy::name).toList();
    }

    @Override
    public void close() throws IOException {
        for (var copy : copies) {
            copy.close();
        }
    }
}

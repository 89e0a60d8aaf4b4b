package uk.earlyhelphub.proof;

import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Walks what the log remembers and what the store holds side by side, by position. */
interface HistoryMerge {

    /** Both have something at this position; whether it is the same is for the hash to say. */
    void both(LoggedLeaf known, Leaf row) throws IOException;

    /** The log remembers what the store does not have. */
    void missing(LoggedLeaf known) throws IOException;

    /** The store has what the log does not remember. */
    void unknown(Leaf row) throws IOException;

    /** Walks both to their ends. */
    static void walk(Iterator<LoggedLeaf> log, Iterator<Leaf> stored, HistoryMerge merge) throws IOException {
        @Nullable Leaf row = next(stored);
        while (log.hasNext()) {
            var known = log.next();
            while (row != null && row.position().compareTo(known.position()) < 0) {
                merge.unknown(row);
                row = next(stored);
            }
            if (row != null && row.position().equals(known.position())) {
                merge.both(known, row);
                row = next(stored);
            } else {
                merge.missing(known);
            }
        }
        while (row != null) {
            merge.unknown(row);
            row = next(stored);
        }
    }

    private static @Nullable Leaf next(Iterator<Leaf> rows) {
        return rows.hasNext() ? rows.next() : null;
    }
}

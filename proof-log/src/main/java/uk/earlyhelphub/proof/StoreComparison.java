package uk.earlyhelphub.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds what is stored now against what the log remembers, stretch by stretch, without a file in between. */
public final class StoreComparison implements HistoryMerge {
    private static final int LISTED = 1000;
    private static final int PAIRED = 100_000;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Hash, String> missing = new LinkedHashMap<>();
    private final Map<Hash, String> unknown = new LinkedHashMap<>();
    private long found;
    private long leaves;

    /** Begins with nothing compared. */
    public StoreComparison() {}

    /** Compares both to their ends, one event at a time. */
    public static Verdict compare(Iterator<LoggedLeaf> log, Iterator<Leaf> stored) throws IOException {
        var comparison = new StoreComparison();
        comparison.take(log, stored);
        return comparison.verdict();
    }

    /** Compares the next stretch: leaves of the log, and the rows up to the last of them. */
    public void take(Iterator<LoggedLeaf> log, Iterator<Leaf> stored) throws IOException {
        HistoryMerge.walk(log, stored, this);
    }

    /** How many leaves were compared. */
    public long leaves() {
        return leaves;
    }

    @Override
    public void both(LoggedLeaf known, Leaf row) {
        if (!known.hash().equals(row.hash())) {
            find(new Finding(Finding.Kind.EDITED, "leaf " + leaves + ", " + row.name(), Finding.EDITED_WHAT));
        }
        leaves++;
    }

    @Override
    public void missing(LoggedLeaf known) {
        var where = "leaf " + leaves + " (at " + known.position() + ")";
        if (missing.size() < PAIRED) {
            missing.put(known.hash(), where);
        } else {
            find(deleted(where));
        }
        leaves++;
    }

    @Override
    public void unknown(Leaf row) {
        var where = "before leaf " + leaves + ", " + row.name();
        if (unknown.size() < PAIRED) {
            unknown.put(row.hash(), where);
        } else {
            find(inserted(where));
        }
    }

    private static Finding deleted(String where) {
        return new Finding(Finding.Kind.DELETED, where, Finding.DELETED_WHAT);
    }

    private static Finding inserted(String where) {
        return new Finding(Finding.Kind.INSERTED, where, Finding.INSERTED_WHAT);
    }

    private void find(Finding finding) {
        if (found++ < LISTED) {
            findings.add(finding);
        }
    }

    /**
     * What came of it so far. A hash is over the event and its place, so a row that the log knows by its hash is what was recorded,
     * even if the log's own note of its place is wrong.
     */
    public Verdict verdict() {
        var all = new ArrayList<>(findings);
        var count = found;
        for (var gone : missing.entrySet()) {
            var misplaced = unknown.containsKey(gone.getKey());
            count++;
            if (all.size() < LISTED) {
                all.add(
                        misplaced
                                ? new Finding(
                                        Finding.Kind.MISPLACED_IN_LOG,
                                        gone.getValue(),
                                        "the log's own note of its place is wrong; the event is what was recorded")
                                : deleted(gone.getValue()));
            }
        }
        for (var strange : unknown.entrySet()) {
            if (!missing.containsKey(strange.getKey())) {
                count++;
                if (all.size() < LISTED) {
                    all.add(inserted(strange.getValue()));
                }
            }
        }
        return new Verdict(leaves, all, count, true, 0, null);
    }
}

package uk.earlyhelphub.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Holds what is stored now against what the log remembers, without a file in between. */
public final class StoreComparison implements HistoryMerge {
    private static final int LISTED = 1000;

    private final List<Finding> findings = new ArrayList<>();
    private long found;
    private long leaves;

    private StoreComparison() {}

    /** Compares both to their ends, one event at a time. */
    public static Verdict compare(Iterator<LoggedLeaf> log, Iterator<Leaf> stored) throws IOException {
        var comparison = new StoreComparison();
        HistoryMerge.walk(log, stored, comparison);
        return new Verdict(comparison.leaves, comparison.findings, comparison.found);
    }

    @Override
    public void both(LoggedLeaf known, Leaf row) {
        if (!known.hash().equals(row.hash())) {
            find(Finding.Kind.EDITED, "leaf " + leaves + ", " + row.name(), Finding.EDITED_WHAT);
        }
        leaves++;
    }

    @Override
    public void missing(LoggedLeaf known) {
        find(Finding.Kind.DELETED, "leaf " + leaves + " (at " + known.position() + ")", Finding.DELETED_WHAT);
        leaves++;
    }

    @Override
    public void unknown(Leaf row) {
        find(Finding.Kind.INSERTED, "before leaf " + leaves + ", " + row.name(), Finding.INSERTED_WHAT);
    }

    private void find(Finding.Kind kind, String where, String what) {
        if (found++ < LISTED) {
            findings.add(new Finding(kind, where, what));
        }
    }
}

package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.LeafPosition;
import uk.earlyhelphub.proof.StoreComparison;
import uk.earlyhelphub.proof.Verdict;

/** Holds what the store has against what was signed: in short before the start, and all of it whenever it is asked to. */
final class StoreComparisonJob {
    private static final Logger LOG = LoggerFactory.getLogger(StoreComparisonJob.class);
    static final String RUNBOOK = "Delete nothing, and follow docs/runbooks/proof.md.";
    private static final int CHECKED_AT_START = 1000;

    private final ReplicatedLog log;
    private final EventLog store;
    private final Clock clock;
    private volatile @Nullable Comparison compared;
    private volatile boolean stopped;

    /** What came of holding everything stored against the log. */
    record Comparison(Instant at, Verdict verdict) {}

    StoreComparisonJob(ReplicatedLog log, EventLog store, Clock clock) {
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The store must hold all that was signed; the newest thousand events are compared one by one, the rest soon after. Throws
     * {@link StartRefused} otherwise.
     */
    void requireNothingLost() {
        try {
            var size = log.size();
            var last = log.last();
            var held = size == 0 ? 0 : store.countUpTo(StoredHistory.position(last));
            if (held != size) {
                throw new StartRefused(
                        "History was lost or altered: up to " + last + " the proof log was signed over " + size
                                + " events, and the store holds " + held + ".",
                        RUNBOOK);
            }
            for (var index = Math.max(0, size - CHECKED_AT_START); index < size; index++) {
                var known = log.leaf(index);
                var row = store.storedAt(StoredHistory.position(known.position()));
                if (row.isEmpty() || !StoredHistory.leaf(row.get()).hash().equals(known.hash())) {
                    throw new StartRefused(
                            "History was altered: what the store holds at " + known.position()
                                    + " is not what was recorded as leaf " + index + ".",
                            RUNBOOK);
                }
            }
        } catch (IOException e) {
            throw new StartRefused("The proof log cannot be read.", RUNBOOK, e);
        }
    }

    /** Holds everything stored that was signed against the log, and answers what came of it. */
    synchronized Comparison compare() throws IOException {
        var size = log.signed();
        var upTo = size == 0 ? LeafPosition.START : log.leaf(size - 1).position();
        var counted = StoredHistory.log(
                from -> {
                    if (stopped) {
                        throw new IllegalStateException("Stopped");
                    }
                    return log.leaves(from);
                },
                size);
        var verdict = StoreComparison.compare(counted, StoredHistory.rows(store, upTo));
        var result = new Comparison(clock.instant(), verdict);
        compared = result;
        if (!verdict.intact()) {
            LOG.error(
                    "HISTORY WAS ALTERED: {} findings, the first is {}",
                    verdict.found(),
                    verdict.findings().getFirst());
        }
        return result;
    }

    /** Has a comparison that is under way end soon, with nothing said. */
    void stop() {
        stopped = true;
    }

    /** What the last comparison came to, if there was one. */
    @Nullable
    Comparison compared() {
        return compared;
    }
}

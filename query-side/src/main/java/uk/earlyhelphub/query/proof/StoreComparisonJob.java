package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.LeafPosition;
import uk.earlyhelphub.proof.StoreComparison;
import uk.earlyhelphub.proof.Verdict;

/**
 * Holds what the store has against what was signed: in short before the start, then a page at a time, so that everything is
 * compared within a given time, and all of it at once whenever somebody asks.
 */
final class StoreComparisonJob {
    private static final Logger LOG = LoggerFactory.getLogger(StoreComparisonJob.class);
    static final String RUNBOOK = "Delete nothing, and follow docs/runbooks/proof.md.";
    private static final int CHECKED_AT_START = 1000;

    private final ReplicatedLog log;
    private final EventLog store;
    private final StoreShape shape;
    private final Forgeries forgeries;
    private final Clock clock;
    private final Signal stopping = new Signal();
    private volatile @Nullable Comparison compared;
    private volatile @Nullable Progress progress;
    private volatile boolean stopped;

    /** What came of holding everything stored against the log. */
    record Comparison(Instant at, Verdict verdict) {}

    /** How far the rolling comparison has come, of how many events. */
    record Progress(Instant begunAt, long done, long of) {}

    StoreComparisonJob(ReplicatedLog log, EventLog store, StoreShape shape, Forgeries forgeries, Clock clock) {
        this.log = log;
        this.store = store;
        this.shape = shape;
        this.forgeries = forgeries;
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
            // What somebody else put between hides nothing: it is a finding, and the history is whole without it.
            if (held > size) {
                held -= forged(last);
            }
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

    private long forged(LeafPosition last) {
        var forged = new AtomicLong();
        var genuine = StoredHistory.rows(store, LeafPosition.START, last, row -> {
            var wanted = wanted(row);
            forged.addAndGet(wanted ? 0 : 1);
            return wanted;
        });
        genuine.forEachRemaining(leaf -> {});
        return forged.get();
    }

    /** Whether a row has to do with the log: the Hub wrote it, or the log knows its place, and will say what was edited. */
    private boolean wanted(StoredEvent row) {
        if (row.byTheHub()) {
            return true;
        }
        try {
            var index = log.index(StoredHistory.position(row.position()));
            if (index.isEmpty()
                    || StoredHistory.leaf(row)
                            .hash()
                            .equals(log.leaf(index.get()).hash())) {
                forgeries.note(row);
            }
            return index.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds everything stored that was signed against the log at once, and answers what came of it. */
    synchronized Comparison compare() throws IOException, InterruptedException {
        return pass(Duration.ZERO, false);
    }

    /** Goes through everything once in about half of the given time, so that nothing is left uncompared for longer than that. */
    void roll(Duration within) throws IOException, InterruptedException {
        pass(within.dividedBy(2), true);
        log.checkCopies();
    }

    private Comparison pass(Duration spread, boolean rolling) throws IOException, InterruptedException {
        var size = log.signed();
        var begun = clock.instant();
        var started = System.nanoTime();
        var comparison = new StoreComparison();
        var changed = shape.findings();
        var from = LeafPosition.START;
        while (comparison.leaves() < size && !stopped) {
            var done = comparison.leaves();
            var page = log.leaves(done);
            page = page.subList(0, (int) Math.min(page.size(), size - done));
            var to = page.getLast().position();
            comparison.take(page.iterator(), StoredHistory.rows(store, from, to, this::wanted));
            from = to;
            if (rolling) {
                progress = new Progress(begun, comparison.leaves(), size);
                if (!comparison.verdict().intact() || !changed.isEmpty()) {
                    conclude(comparison, changed);
                }
                var due = spread.toNanos() * ((double) comparison.leaves() / size);
                rest(Duration.ofNanos((long) due - (System.nanoTime() - started)));
            }
        }
        if (rolling && size == 0) {
            rest(Duration.ofSeconds(1));
        }
        if (stopped) {
            throw new InterruptedException();
        }
        var result = conclude(comparison, changed);
        if (!result.verdict().intact()) {
            LOG.error(
                    "HISTORY WAS ALTERED: {} findings, the first is {}",
                    result.verdict().found(),
                    result.verdict().findings().getFirst());
        }
        return result;
    }

    private Comparison conclude(StoreComparison comparison, java.util.List<uk.earlyhelphub.proof.Finding> changed) {
        var verdict = comparison.verdict();
        var findings = new ArrayList<>(changed);
        findings.addAll(verdict.findings());
        var result = new Comparison(
                clock.instant(),
                new Verdict(verdict.leaves(), findings, verdict.found() + changed.size(), true, 0, null));
        compared = result;
        return result;
    }

    private void rest(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            stopping.await(0, time);
        }
    }

    /** Has a comparison that is under way end soon, with nothing said. */
    void stop() {
        stopped = true;
        stopping.signal();
    }

    /** What the last comparison came to, if there was one, or the present one as far as it found something. */
    @Nullable
    Comparison compared() {
        return compared;
    }

    /** How far the rolling comparison has come. */
    @Nullable
    Progress progress() {
        return progress;
    }
}

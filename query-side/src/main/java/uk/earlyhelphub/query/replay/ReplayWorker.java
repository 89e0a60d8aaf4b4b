package uk.earlyhelphub.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.replay.ReplayJob;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayEnded;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayOutcome;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.ProjectionsOnRecord;
import uk.earlyhelphub.platform.engine.Replay;
import uk.earlyhelphub.platform.engine.WorksInBackground;

/** Carries replays through, one after another, and goes on with them after a restart. */
@Component
class ReplayWorker implements SmartLifecycle, WorksInBackground {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);
    private static final Duration NOTED_EVERY = Duration.ofMillis(250);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);

    private final ReplayBook book;
    private final OperationsLedger ledger;
    private final ReplayStories stories;
    private final Map<String, Projection> projections;
    private final EventLog log;
    private final Databases databases;
    private final Clock clock;
    private final ProjectionsOnRecord onRecord;
    private final Background background = new Background("replay", LOOKS_EVERY, this::workThrough);

    ReplayWorker(
            ReplayBook book,
            OperationsLedger ledger,
            ReplayStories stories,
            List<Projection> projections,
            EventLog log,
            Databases databases,
            ProjectionsOnRecord onRecord,
            Clock clock) {
        this.book = book;
        this.ledger = ledger;
        this.stories = stories;
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.log = log;
        this.databases = databases;
        this.clock = clock;
        this.onRecord = onRecord;
    }

    /** Says that there may be something to do. */
    void look() {
        background.look();
    }

    private void workThrough() {
        stories.followAll();
        for (var job : book.toWorkOn()) {
            var projection = projections.get(job.projection());
            if (projection != null && background.isRunning()) {
                workOn(job, new Replay(projection, log, databases.projector(), clock));
            }
        }
    }

    @Override
    public List<Background> background() {
        return List.of(background);
    }

    @Override
    public void start() {
        onRecord.canReplay(projections.keySet());
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public boolean isRunning() {
        return background.isRunning();
    }

    @Override
    public int getPhase() {
        return 300;
    }

    private void workOn(ReplayJob job, Replay replay) {
        if (job.state() == ReplayJob.State.RUNNING) {
            try {
                carryThrough(job, replay);
            } catch (org.springframework.dao.TransientDataAccessException
                    | org.springframework.transaction.TransactionException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error(
                        "The replay of {} failed: {}",
                        job.projection(),
                        e.getClass().getName());
                LOG.debug("Replay", e);
                book.ended(job.id(), ReplayOutcome.FAILED, null);
            }
        }
        var now = book.find(job.id()).orElse(job);
        if (now.endedAt() != null) {
            replay.end();
            record(now);
            book.recorded(now.id());
        }
    }

    private void carryThrough(ReplayJob job, Replay replay) {
        replay.begin();
        var before = log.countUpTo(replay.position());
        var total = log.countUpTo(log.head());
        var rate = new Rate();
        var more = true;
        while (true) {
            if (!background.isRunning() || !goesOn(job.id())) {
                return;
            }
            more = replay.readOn();
            var done = before + replay.read();
            total = Math.max(total, done);
            if (!more || rate.due()) {
                book.progress(job.id(), done, total, rate.perSecond(replay.read()));
            }
            if (!more) {
                if (job.kind() == ReplayKind.REBUILD && !stories.endsNow(job.id())) {
                    return;
                }
                var comparison = replay.compare(job.kind() == ReplayKind.REBUILD);
                if (comparison.isPresent()) {
                    book.progress(
                            job.id(), before + replay.read(), before + replay.read(), rate.perSecond(replay.read()));
                    book.ended(job.id(), outcome(job, comparison.get()), comparison.get());
                    return;
                }
                background.pause(NOTED_EVERY);
            }
        }
    }

    private boolean goesOn(String id) {
        stories.follow(id);
        return book.find(id).filter(j -> j.state() == ReplayJob.State.RUNNING).isPresent();
    }

    private static ReplayOutcome outcome(ReplayJob job, Replay.Comparison comparison) {
        if (job.kind() == ReplayKind.REBUILD) {
            return ReplayOutcome.SWAPPED;
        }
        return comparison.same() ? ReplayOutcome.SAME : ReplayOutcome.DIFFERENT;
    }

    private void record(ReplayJob job) {
        if (job.outcome() == null) {
            closeWhatHasNoEnd(job);
            return;
        }
        if (job.outcome() == ReplayOutcome.DIFFERENT) {
            LOG.error(
                    "ALERT projection-differs: {} rows of {} are not what the history says",
                    job.differing(),
                    job.projection());
        }
        var end = new ReplayEnded(
                new OperationId(job.id()),
                job.projection(),
                job.outcome(),
                job.done(),
                text(job.digestBefore()),
                text(job.digestReplayed()),
                Optional.ofNullable(job.differing()).orElse(0L));
        while (true) {
            var story = ledger.story(job.id());
            if (story.jobState() == ReplayJob.State.ENDED) {
                // The process ended between recording it and noting that it did.
                return;
            }
            if (story.state().standing().isClosed() && job.outcome() != ReplayOutcome.SWAPPED) {
                book.cancelledBefore(job.id());
                return;
            }
            // What took the place of what was shown under an earlier release, which let it be cancelled until then, is
            // told.
            if (ledger.recorded(story, end)) {
                return;
            }
        }
    }

    /**
     * Whoever cancels is on record with that before the book says so. What was cancelled under an earlier release, which noted it in
     * the book first, may have no end; the Hub did end it, and knows of nobody else.
     */
    private void closeWhatHasNoEnd(ReplayJob job) {
        var story = ledger.story(job.id());
        while (story.exists() && !story.state().standing().isClosed()) {
            ledger.recorded(
                    story,
                    new ReplayEnded(
                            new OperationId(job.id()), job.projection(), ReplayOutcome.FAILED, job.done(), "", "", 0));
            story = ledger.story(job.id());
        }
    }

    private static String text(@Nullable String digest) {
        return digest == null ? "" : digest;
    }

    /** How fast it goes, since it began or went on. */
    private static final class Rate {
        private final long begun = System.nanoTime();
        private long noted = begun;

        boolean due() {
            if (System.nanoTime() - noted < NOTED_EVERY.toNanos()) {
                return false;
            }
            noted = System.nanoTime();
            return true;
        }

        long perSecond(long read) {
            return read * 1_000_000_000L / Math.max(1, System.nanoTime() - begun);
        }
    }
}

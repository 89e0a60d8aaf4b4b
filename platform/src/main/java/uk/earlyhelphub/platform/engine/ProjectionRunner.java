package uk.earlyhelphub.platform.engine;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import uk.earlyhelphub.platform.engine.EventCodec.NewerEvent;

/**
 * Keeps one projection up to date. Read model, position and dead letters move in one transaction, so every event has its
 * effect once, whatever is killed when. An event that cannot be applied is parked together with all later events of the same
 * aggregate; all others go on. Before an event of a later release it stands still and says so, for a process of that release
 * takes it; one of a type that no release knows is parked like any other that cannot be applied. Several processes may run the same projection: the row of its position lets one at a time
 * move it.
 */
public final class ProjectionRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final int PAGE = 1000;
    private static final Duration UNSAVED_AT_MOST = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final String LATER_RELEASE = "an event of a later release, which this process cannot read";

    private final Projection projection;
    private final EventSource source;
    private final CommitSignal tail;
    private final ProgressSignal progress;
    private final JdbcTemplate jdbc;
    private final ProjectionPositions books;
    private final TransactionTemplate transaction;
    private final Background background;

    /** Up to here everything was taken; what came after {@link #saved} up to here does not concern this projection. */
    private volatile EventPosition position = EventPosition.START;

    private EventPosition saved = EventPosition.START;
    private long savedAt = System.nanoTime();
    private volatile boolean emptied;
    private int patience;

    /**
     * @param projector the data source of the read models, positions and dead letters
     * @param tail wakes this runner when there may be new events
     * @param progress is signalled whenever the projection moved
     */
    public ProjectionRunner(
            Projection projection,
            EventSource source,
            DataSource projector,
            CommitSignal tail,
            ProgressSignal progress,
            Clock clock) {
        this.projection = projection;
        this.source = source;
        this.tail = tail;
        this.progress = progress;
        this.jdbc = new JdbcTemplate(projector);
        this.books = new ProjectionPositions(projection.name(), jdbc, clock);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(projector));
        this.background = new Background(
                "projection-" + projection.name(),
                tail,
                LONGEST_BACK_OFF,
                this::once,
                e -> laterRelease(e) ? LATER_RELEASE : e.getClass().getSimpleName());
    }

    public String name() {
        return projection.name();
    }

    /** Does nothing if it runs already: two threads would take each event twice. */
    @Override
    public void start() {
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
        return 200;
    }

    /** What moves it, in the background. */
    public Background background() {
        return background;
    }

    private Duration once() {
        var heldBack = step();
        patience = heldBack == null ? 0 : patience + 1;
        if (heldBack == null) {
            return Duration.ZERO;
        }
        return heldBack ? backOff(patience) : UNSAVED_AT_MOST;
    }

    private static Duration backOff(int patience) {
        return Duration.ofMillis(Math.min(20, 1L << Math.min(patience, 5)));
    }

    /** Moves on by one page. Answers null if it moved, else whether more is stored that may not be read yet. */
    @Nullable
    Boolean step() {
        if (emptied) {
            goOnFrom(books.position(false));
            emptied = false;
        }
        var page = source.after(position, PAGE);
        if (page.events().isEmpty()) {
            if (System.nanoTime() - savedAt > UNSAVED_AT_MOST.toNanos()) {
                whileNothingHappens();
            }
            return page.heldBack();
        }
        var concerning = page.events().stream().filter(projection::concerns).toList();
        if (concerning.isEmpty()) {
            pass(page.events().getLast());
        } else {
            take(page.events(), concerning);
        }
        progress.signal();
        return null;
    }

    private void whileNothingHappens() {
        if (position.equals(saved)) {
            // Somebody else may have moved the projection meanwhile.
            goOnFrom(books.position(false));
        } else {
            save();
        }
    }

    /** Goes on as if it had come that far. */
    void goOnFrom(EventPosition from) {
        position = from;
        saved = from;
        savedAt = System.nanoTime();
    }

    /** Passes what does not concern the projection; where it stands is written down now and then, and with the next that does. */
    private void pass(RecordedEvent last) {
        position = last.position();
        if (System.nanoTime() - savedAt > UNSAVED_AT_MOST.toNanos()) {
            save();
        }
    }

    private void save() {
        var reached = position;
        var stored = transaction.execute(status -> {
            var before = books.position(true);
            if (before.equals(saved)) {
                books.moveTo(reached, null);
                return reached;
            }
            return before;
        });
        goOnFrom(stored == null ? EventPosition.START : stored);
    }

    private void take(List<RecordedEvent> page, List<RecordedEvent> concerning) {
        try {
            takeAndTell(page, concerning, false);
        } catch (RuntimeException e) {
            if (transientFailure(e)) {
                throw e;
            }
            if (laterRelease(e)) {
                takeUpToALaterRelease(page, e);
                return;
            }
            LOG.debug("Projection {}", name(), e);
            LOG.warn(
                    "Projection {} takes a page event by event, because one failed: {}",
                    name(),
                    e.getClass().getSimpleName());
            takeAndTell(page, concerning, true);
        }
    }

    /** Takes what comes before the first event of a later release; throws why it cannot, if nothing does. */
    private void takeUpToALaterRelease(List<RecordedEvent> page, RuntimeException why) {
        var before = page.stream()
                .takeWhile(e -> !projection.concerns(e) || readable(e))
                .toList();
        if (before.isEmpty() || before.size() == page.size()) {
            throw why;
        }
        var concerning = before.stream().filter(projection::concerns).toList();
        if (concerning.isEmpty()) {
            pass(before.getLast());
        } else {
            take(before, concerning);
        }
    }

    private boolean readable(RecordedEvent event) {
        try {
            event.payload();
            return true;
        } catch (RuntimeException e) {
            return !laterRelease(e);
        }
    }

    /** Whether a failure comes of an event that a later release than this one knows. What none knows is as unreadable as any. */
    private boolean laterRelease(Throwable failure) {
        return NewerEvent.behind(failure)
                .filter(event -> books.isKnown(event.typeName(), event.revision()))
                .isPresent();
    }

    /** Says how far it came only after the commit: whoever waits for it reads the tables as soon as they hear it. */
    private void takeAndTell(List<RecordedEvent> page, List<RecordedEvent> events, boolean oneByOne) {
        var reached = transaction.execute(status -> take(page, events, status, oneByOne));
        goOnFrom(reached == null ? EventPosition.START : reached);
    }

    private EventPosition take(
            List<RecordedEvent> page, List<RecordedEvent> events, TransactionStatus status, boolean oneByOne) {
        var stored = books.position(true);
        if (!stored.equals(saved)) {
            return stored;
        }
        var parked = books.parkedAmong(events);
        var free = new ArrayList<RecordedEvent>(events.size());
        for (var event : events) {
            if (parked.contains(event.aggregateId())) {
                books.park(event, "Waits behind an earlier event of the same case");
            } else if (!oneByOne) {
                free.add(event);
            } else if (!applied(event, status)) {
                parked.add(event.aggregateId());
            }
        }
        if (!free.isEmpty()) {
            projection.apply(free, jdbc);
        }
        var last = page.getLast();
        books.moveTo(last.position(), last.recordedAt());
        return last.position();
    }

    private boolean applied(RecordedEvent event, TransactionStatus status) {
        var savepoint = status.createSavepoint();
        try {
            projection.apply(List.of(event), jdbc);
            status.releaseSavepoint(savepoint);
            return true;
        } catch (RuntimeException e) {
            if (transientFailure(e) || laterRelease(e)) {
                throw e;
            }
            status.rollbackToSavepoint(savepoint);
            books.park(event, cause(e));
            LOG.error(
                    "Projection {} parked {} {} and holds that case: {}",
                    name(),
                    event.type(),
                    event.eventId(),
                    cause(e));
            return false;
        }
    }

    /** Class names only: a message may repeat a value. */
    private static String cause(Throwable e) {
        return e.getCause() == null || e.getCause() == e
                ? e.getClass().getName()
                : e.getClass().getName() + " <- " + cause(e.getCause());
    }

    private static boolean transientFailure(Throwable e) {
        if (e instanceof TransientDataAccessException || e instanceof TransactionException) {
            return true;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                var kind = sql.getSQLState().substring(0, 2);
                return Set.of("08", "40", "53", "55", "57", "58").contains(kind);
            }
        }
        return false;
    }

    /**
     * Tries the parked events of one aggregate again, in order, all or none. Answers how many were applied.
     *
     * @param events finds the events of an aggregate from a sequence number on
     */
    public int retry(String aggregateId, EventLog events) {
        var applied = transaction.execute(status -> {
            books.position(true);
            var range = books.parkedRange(aggregateId);
            if (range.isEmpty()) {
                return 0;
            }
            var parked = events.ofAggregate(aggregateId, range.get().first()).stream()
                    .filter(e -> e.sequence() <= range.get().last())
                    .toList();
            projection.apply(parked, jdbc);
            books.release(aggregateId);
            return parked.size();
        });
        progress.signal();
        return applied == null ? 0 : applied;
    }

    /** Raises no alarm any more over the parked events of one aggregate; they can still be tried again. */
    public void setAside(String aggregateId) {
        transaction.executeWithoutResult(status -> {
            books.position(true);
            books.setAside(aggregateId);
        });
    }

    /** Empties the read model and reads the history again from its beginning. */
    public void rebuild() {
        transaction.executeWithoutResult(status -> {
            books.position(true);
            projection.tables().forEach(table -> jdbc.update("delete from " + table));
            books.beginAnew();
        });
        // Only now: told earlier, the runner could look before there is anything to see.
        emptied = true;
        tail.signal();
    }

    /** How it stands: for health, metrics and waiting readers. */
    public Standing standing() {
        return new Standing(name(), emptied ? EventPosition.START : position, books.parked(), background.trouble());
    }

    /** The types of the events that hold cases, at most five of them; asked for where somebody looks at what is wrong. */
    public List<String> heldBy() {
        return books.heldBy(5);
    }

    /**
     * How a projection stands.
     *
     * @param position the last event it has taken
     * @param deadLetters dead letters for the cases that are held
     * @param trouble the kind of failure that keeps it from moving, or none
     */
    public record Standing(
            String name,
            EventPosition position,
            long deadLetters,
            @Nullable String trouble) {}
}

package uk.earlyhelphub.platform.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.events.operations.DeadLettersRetryAsked;
import uk.earlyhelphub.events.operations.DeadLettersSetAside;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.engine.ProjectionsOnRecord;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.ids.Ids;

/**
 * Carries out what people decided about events that projections of this process could not take, by following what is on record:
 * tries them again, once for each time that it was asked for, and sets them aside.
 */
public final class DeadLetterWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWorker.class);
    private static final Actor THE_HUB =
            new Actor("hub-dead-letters", "The Hub's dead letters", Role.SYSTEM, "hub", null);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    /** The clocks of two processes differ, and a transaction can take a while. */
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    private static final List<String> DECIDED =
            List.of("Operation.DeadLettersRetryAsked", "Operation.ParkedEventsSetAside");

    private final Map<String, ProjectionRunner> runners;
    private final EventLog log;
    private final DirectRecord events;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate alone;
    private final TransactionTemplate outside;
    private final ProjectionsOnRecord onRecord;
    private final Ids ids;
    private final Clock clock;
    private final Background background = new Background("dead-letters", LOOKS_EVERY, this::workThrough);
    private Instant lookedAt = Instant.EPOCH.plus(LOOKED_BACK);

    DeadLetterWorker(
            ProjectionRunners runners,
            EventLog log,
            EventStore events,
            Databases databases,
            ProjectionsOnRecord onRecord,
            Ids ids,
            Clock clock) {
        this.runners = runners.all().stream().collect(Collectors.toMap(ProjectionRunner::name, Function.identity()));
        this.log = log;
        this.events = new DirectRecord(events, clock);
        this.jdbc = new JdbcTemplate(databases.projector());
        this.alone = new TransactionTemplate(new DataSourceTransactionManager(databases.projector()));
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outside = new TransactionTemplate(new DataSourceTransactionManager(databases.projector()));
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.onRecord = onRecord;
        this.ids = ids;
        this.clock = clock;
    }

    private void workThrough() {
        var now = clock.instant();
        for (var decided : log.ofTypesSince(DECIDED, lookedAt.minus(LOOKED_BACK))) {
            switch (decided.payload()) {
                case DeadLettersRetryAsked asked -> retry(decided, asked);
                case DeadLettersSetAside aside ->
                    onRecord.setAside(aside.projection(), aside.about(), decided.recordedAt());
                default -> {}
            }
        }
        lookedAt = now;
    }

    private void retry(RecordedEvent decided, DeadLettersRetryAsked asked) {
        var runner = runners.get(asked.projection());
        if (runner == null || next(decided) == null) {
            return;
        }
        alone.executeWithoutResult(status -> {
            // Of several processes with this projection one tries at a time, and whoever waited finds it done.
            jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, decided.aggregateId());
            var next = next(decided);
            if (next != null) {
                // Committed before it is told: whoever reads that it was tried must find that nothing is held any more.
                var applied = Objects.requireNonNull(outside.execute(itself -> applied(runner, asked)));
                record(decided, next, asked, applied);
            }
        });
    }

    /** The number of the answer to what was asked for; none if it was answered. */
    private @Nullable Long next(RecordedEvent decided) {
        var since = log.ofAggregate(decided.aggregateId(), decided.sequence() + 1);
        var answered = since.stream().anyMatch(event -> event.payload() instanceof DeadLettersRetried);
        return answered ? null : Long.valueOf(decided.sequence() + 1 + since.size());
    }

    private int applied(ProjectionRunner runner, DeadLettersRetryAsked asked) {
        if (onRecord.held(asked.projection(), asked.about()) == 0) {
            // They went through, and the process ended before it was told.
            return asked.held();
        }
        try {
            return runner.retry(asked.about(), log);
        } catch (TransientDataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} still cannot take the events of {}: {}",
                    asked.projection(),
                    asked.about(),
                    e.getClass().getName());
            LOG.debug("Retry", e);
            return 0;
        }
    }

    private void record(RecordedEvent decided, long sequence, DeadLettersRetryAsked asked, int applied) {
        var by = new DirectRecord.By(THE_HUB, Purpose.OPERATE, decided.eventId());
        var told = new DeadLettersRetried(asked.operationId(), asked.projection(), asked.about(), applied);
        try {
            events.add(by, decided.aggregateId(), sequence, ids.next(), told);
        } catch (ConcurrencyException _) {
            // Something else was decided about them meanwhile; it is told at the next look, from what is held then.
            LOG.debug("Told later");
        }
    }

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
        return 300;
    }
}

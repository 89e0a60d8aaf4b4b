package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.platform.engine.EngineFixture.*;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayCancelled;

class ProjectionRunnerTest {
    private static final Set<String> POISON = ConcurrentHashMap.newKeySet();
    private static final Set<String> IGNORED = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private final CommitSignal tail = new CommitSignal();
    private final JdbcTemplate tables = new JdbcTemplate(DATABASES.projector());
    private final ProjectionRunner runner = runner();

    /** Counts the events of each aggregate; refuses those that are poison. */
    private record Counting() implements Projection {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<String> tables() {
            return List.of("projections.counting");
        }

        @Override
        public boolean concerns(RecordedEvent event) {
            return !IGNORED.contains(event.aggregateId());
        }

        @Override
        public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    atTheLastMoment.run();
                }
            });
            for (var event : events) {
                event.payload();
                if (POISON.contains(event.eventId())) {
                    throw new IllegalStateException("poison");
                }
                tables.update(
                        "insert into projections.counting values (?, 1, ?) on conflict (id) do update set n = counting.n + 1, last = excluded.last",
                        event.aggregateId(),
                        event.sequence());
            }
        }
    }

    /** Told just before what was applied is committed. */
    private static Runnable atTheLastMoment = () -> {};

    private ProjectionRunner runner() {
        return new ProjectionRunner(
                new Counting(), LOG, DATABASES.projector(), tail, new ProgressSignal(), Clock.systemUTC());
    }

    @BeforeEach
    void table() {
        var owner = new PGSimpleDataSource();
        owner.setUrl(POSTGRES.jdbcUrl());
        owner.setUser(POSTGRES.owner());
        new JdbcTemplate(owner).execute("""
                        drop table if exists projections.counting;
                        create table projections.counting (id text primary key, n integer, last bigint);
                        grant select, insert, update, delete on projections.counting to hub_projector;
                        delete from projections.dead_letter; delete from projections.position;""");
        POISON.clear();
        atTheLastMoment = () -> {};
    }

    @AfterEach
    void stop() {
        runner.stop();
    }

    private void append(String id, int from, int to) {
        for (int n = from; n < to; n++) {
            ENGINE.appendEvents(List.of(message(id, n)));
        }
        tail.signal();
    }

    private Integer counted(String id) {
        return tables.query("select n from projections.counting where id = ?", (row, n) -> row.getInt(1), id).stream()
                .findFirst()
                .orElse(0);
    }

    @Test
    void an_event_shows_soon_after_its_commit() {
        runner.start();
        var id = newId();
        append(id, 0, 3);
        await().untilAsserted(() -> assertThat(counted(id)).isEqualTo(3));
    }

    @Test
    void it_says_it_is_there_only_once_a_reader_can_see_it() {
        var saidTooEarly = new AtomicReference<EventPosition>();
        var id = newId();
        append(id, 0, 3);
        while (runner.step() == null) {
            // Whatever the tests before this one stored.
        }
        append(id, 3, 5);
        atTheLastMoment = () -> saidTooEarly.set(runner.standing().position());
        var before = runner.standing().position();
        assertThat(runner.step()).isNull();
        assertThat(saidTooEarly).hasValue(before);
        assertThat(runner.standing().position()).isEqualTo(LOG.head());
    }

    @Test
    void a_poison_event_holds_only_its_own_case_also_after_a_restart() {
        var sick = newId();
        var well = newId();
        var bad = message(sick, 1);
        POISON.add(bad.getIdentifier());
        ENGINE.appendEvents(List.of(message(sick, 0)));
        ENGINE.appendEvents(List.of(bad));
        append(sick, 2, 4);
        append(well, 0, 4);
        runner.start();
        await().untilAsserted(() -> assertThat(counted(well)).isEqualTo(4));
        assertThat(counted(sick)).isEqualTo(1);
        assertThat(runner.standing().deadLetters()).isEqualTo(3);

        runner.stop();
        var second = runner();
        second.start();
        append(sick, 4, 5);
        append(well, 4, 5);
        await().untilAsserted(() -> assertThat(counted(well)).isEqualTo(5));
        assertThat(counted(sick)).isEqualTo(1);
        assertThat(second.standing().deadLetters()).isEqualTo(4);

        POISON.clear();
        assertThat(second.retry(sick, LOG)).isEqualTo(4);
        assertThat(counted(sick)).isEqualTo(5);
        assertThat(second.standing().deadLetters()).isZero();
        append(sick, 5, 6);
        await().untilAsserted(() -> assertThat(counted(sick)).isEqualTo(6));
        second.stop();
    }

    @Test
    void what_is_set_aside_raises_no_alarm_and_can_still_be_tried_again() {
        var sick = newId();
        var bad = message(sick, 0);
        POISON.add(bad.getIdentifier());
        ENGINE.appendEvents(List.of(bad));
        append(sick, 1, 3);
        runner.start();
        await().untilAsserted(() -> assertThat(runner.standing().deadLetters()).isEqualTo(3));
        runner.setAside(sick);
        assertThat(runner.standing().deadLetters()).isZero();
        append(sick, 3, 4);
        await().untilAsserted(() -> assertThat(tables.queryForObject(
                        "select count(*) from projections.dead_letter where set_aside", Long.class))
                .isEqualTo(4));
        assertThat(runner.standing().deadLetters()).isZero();
        assertThat(counted(sick)).isZero();
        POISON.clear();
        assertThat(runner.retry(sick, LOG)).isEqualTo(4);
        assertThat(counted(sick)).isEqualTo(4);
    }

    @Test
    void two_processes_running_one_projection_apply_every_event_once() {
        var ids =
                java.util.stream.Stream.generate(EngineFixture::newId).limit(5).toList();
        var second = runner();
        runner.start();
        second.start();
        for (int n = 0; n < 40; n++) {
            for (var id : ids) {
                append(id, n, n + 1);
            }
        }
        await().untilAsserted(() -> ids.forEach(id -> assertThat(counted(id)).isEqualTo(40)));
        second.stop();
    }

    @Test
    void a_rebuild_gives_the_same_tables() {
        runner.start();
        var id = newId();
        append(id, 0, 10);
        await().untilAsserted(() -> assertThat(counted(id)).isEqualTo(10));
        var before = tables.queryForList("select * from projections.counting order by id");
        runner.rebuild();
        await().untilAsserted(() -> assertThat(tables.queryForList("select * from projections.counting order by id"))
                .isEqualTo(before));
    }

    @Test
    void another_process_is_told_of_a_commit_and_survives_a_lost_connection() {
        var here = new CommitNotices(DATABASES.writer(), new CommitSignal());
        var there = new CommitNotices(DATABASES.reader(), tail);
        here.start();
        there.start();
        runner.start();
        var id = newId();
        ENGINE.appendEvents(List.of(message(id, 0)));
        here.afterCommit();
        await().untilAsserted(() -> assertThat(counted(id)).isEqualTo(1));
        var owner = new PGSimpleDataSource();
        owner.setUrl(POSTGRES.jdbcUrl());
        owner.setUser(POSTGRES.owner());
        new JdbcTemplate(owner)
                .queryForList(
                        "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' or query ilike '%pg_notify%'"
                                + " and pid <> pg_backend_pid()");
        // The writer's own connection may have been among them: who is told so sends again.
        var second = message(id, 1);
        await().ignoreExceptionsInstanceOf(DataAccessResourceFailureException.class)
                .until(() -> {
                    ENGINE.appendEvents(List.of(second));
                    return true;
                });
        here.afterCommit();
        await().untilAsserted(() -> assertThat(counted(id)).isEqualTo(2));
        here.stop();
        there.stop();
    }

    @Test
    void however_many_events_one_case_has_to_wait_for_none_is_lost_and_others_go_on() {
        var sick = newId();
        var well = newId();
        var bad = message(sick, 0);
        POISON.add(bad.getIdentifier());
        ENGINE.appendEvents(List.of(bad));
        append(sick, 1, 1_500);
        append(well, 0, 3);
        runner.start();
        await().untilAsserted(() -> assertThat(counted(well)).isEqualTo(3));
        assertThat(runner.standing().deadLetters()).isEqualTo(1_500);
        POISON.clear();
        assertThat(runner.retry(sick, LOG)).isEqualTo(1_500);
        assertThat(counted(sick)).isEqualTo(1_500);
    }

    @Test
    void what_does_not_concern_a_projection_is_passed_and_not_read_again_after_a_restart() {
        var passed = newId();
        IGNORED.add(passed);
        var counts = newId();
        append(passed, 0, 40);
        runner.start();
        await().untilAsserted(() -> assertThat(runner.standing().position()).isEqualTo(LOG.head()));
        append(counts, 0, 2);
        append(passed, 40, 50);
        await().untilAsserted(() -> assertThat(counted(counts)).isEqualTo(2));
        await().untilAsserted(() -> assertThat(tables.queryForObject(
                        "select global_index from projections.position where projection = 'counting'", Long.class))
                .isEqualTo(LOG.head().index()));
        runner.stop();
        var second = runner();
        second.start();
        append(counts, 2, 3);
        await().untilAsserted(() -> assertThat(counted(counts)).isEqualTo(3));
        second.rebuild();
        await().untilAsserted(() -> assertThat(counted(counts)).isEqualTo(3));
        await().untilAsserted(() -> assertThat(second.standing().position()).isEqualTo(LOG.head()));
        assertThat(counted(passed)).isZero();
        second.stop();
    }

    private static DataSource asOwner() {
        var owner = new org.postgresql.ds.PGSimpleDataSource();
        owner.setUrl(POSTGRES.jdbcUrl());
        owner.setUser(POSTGRES.owner());
        return owner;
    }

    /** A release that does not know one type of events at all. */
    private ProjectionRunner without(Class<?> unknown) {
        var codec = new EventCodec(
                List.of(),
                name -> EventTypes.named(name).filter(t -> !t.javaType().equals(unknown)));
        return new ProjectionRunner(
                new Counting(),
                new EventLog(DATABASES.reader(), codec, CODES, STARTED.epoch()),
                DATABASES.projector(),
                tail,
                new ProgressSignal(),
                Clock.systemUTC());
    }

    @Test
    void an_event_of_a_type_that_no_release_knows_holds_its_case_only_and_is_named() {
        var strange = newId();
        var others = newId();
        append(strange, 0, 1);
        ENGINE.appendEvents(List.of(new GenericDomainEventMessage<>(
                "Operation",
                strange,
                1,
                new ReplayApproved(new OperationId(strange), "counting"),
                MetaData.from(ENVELOPE))));
        append(strange, 2, 3);
        append(others, 0, 2);
        new JdbcTemplate(asOwner())
                .update("delete from projections.known_event_type where type = 'Operation.ReplayApproved'");

        var none = without(ReplayApproved.class);
        none.start();
        try {
            await().untilAsserted(() -> assertThat(counted(others)).isEqualTo(2));
            await().untilAsserted(() -> assertThat(none.standing().position()).isEqualTo(LOG.head()));
            assertThat(counted(strange)).isEqualTo(1);
            assertThat(none.standing().trouble()).isNull();
            assertThat(none.standing().deadLetters()).isEqualTo(2);
            assertThat(none.heldBy()).contains("Operation.ReplayApproved");
        } finally {
            none.stop();
        }
        // A release that knows it can have them tried again.
        assertThat(runner.retry(strange, LOG)).isEqualTo(2);
        assertThat(counted(strange)).isEqualTo(3);
    }

    @Test
    void before_an_event_of_a_later_release_it_stands_still_says_so_and_follows_whoever_can_read_it() {
        var early = new EventCodec(
                List.of(),
                name -> EventTypes.named(name)
                        .map(t -> t.javaType().equals(ReplayCancelled.class)
                                ? new EventTypes.EventType(t.name(), t.stream(), 0, t.javaType())
                                : t));
        var old = new ProjectionRunner(
                new Counting(),
                new EventLog(DATABASES.reader(), early, CODES, STARTED.epoch()),
                DATABASES.projector(),
                tail,
                new ProgressSignal(),
                Clock.systemUTC());
        var before = newId();
        var renewed = newId();
        var after = newId();
        append(before, 0, 3);
        // The later release is there already: it said what it can read.
        new ProjectionsOnRecord(DATABASES.projector()).canRead(EventTypes.all());
        ENGINE.appendEvents(List.of(new GenericDomainEventMessage<>(
                "Operation",
                renewed,
                0,
                new ReplayCancelled(new OperationId(renewed), "counting"),
                MetaData.from(ENVELOPE))));
        append(after, 0, 2);

        old.start();
        try {
            await().untilAsserted(() ->
                    assertThat(old.standing().trouble()).isNotNull().contains("an event of a later release"));
            assertThat(counted(before)).isEqualTo(3);
            assertThat(counted(after)).isZero();
            assertThat(old.standing().deadLetters()).isZero();

            runner.start();
            await().untilAsserted(() -> assertThat(counted(after)).isEqualTo(2));
            assertThat(counted(renewed)).isEqualTo(1);
            append(after, 2, 3);
            await().untilAsserted(() -> assertThat(old.standing().position()).isEqualTo(LOG.head()));
            assertThat(old.standing().trouble()).isNull();
            assertThat(counted(after)).isEqualTo(3);
            assertThat(old.standing().deadLetters()).isZero();
        } finally {
            old.stop();
        }
    }
}

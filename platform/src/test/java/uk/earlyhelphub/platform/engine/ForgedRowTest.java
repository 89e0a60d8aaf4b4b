package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.MigratedDatabases;

/** What the owner of the database puts beyond the reach of readers and log takes no part in anything. */
class ForgedRowTest {
    private final ThrowAwayDatabase postgres = MigratedDatabases.next();
    private final DatabaseSetup.Started started =
            MigratedDatabases.setup(postgres).start();
    private final EventLog log =
            new EventLog(started.databases().reader(), EngineFixture.CODEC, EngineFixture.CODES, started.epoch());
    private final PostgresEventStorageEngine engine = engine();
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final String id = EngineFixture.newId();

    private PostgresEventStorageEngine engine() {
        return new PostgresEventStorageEngine(
                started.databases().writer(), EngineFixture.CODEC, EngineFixture.CODES, started.epoch());
    }

    private PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        return source;
    }

    @AfterEach
    void end() {
        started.databases().close();
        postgres.close();
    }

    private void forge(int epoch, @Nullable String tx, String aggregate, long sequence, String type) {
        owner.update(
                "insert into events.domain_event (epoch, tx, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                        + " select ?, ?::text::xid8, ?::uuid, 'Referral', ?, ?, ?, 1, now(), payload, metadata, code"
                        + " from events.domain_event limit 1",
                epoch,
                tx,
                UUID.randomUUID().toString(),
                aggregate,
                sequence,
                type);
    }

    private String txAhead(long by) {
        return String.valueOf(owner.queryForObject(
                "select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + ?)::text", String.class, by));
    }

    @Test
    void a_row_with_a_transaction_that_has_not_been_is_refused_by_whoever_reads_its_stream() {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        forge(started.epoch(), txAhead(1000), id, 1, "Referral.ReferrerInformed");
        assertThatThrownBy(() -> log.ofAggregate(id, 0))
                .isInstanceOf(HistoryInDoubt.class)
                // What becomes 503 at the edge.
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> engine.readEvents(id, 0)).isInstanceOf(HistoryInDoubt.class);
        var other = EngineFixture.newId();
        engine.appendEvents(List.of(EngineFixture.message(other, 0)));
        assertThat(log.ofAggregate(other, 0)).hasSize(1);
    }

    @Test
    void it_is_seen_and_holds_nobody_up() {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        assertThat(log.outOfReach(10)).isEmpty();
        var tx = txAhead(1000);
        forge(started.epoch(), tx, EngineFixture.newId(), 0, "Referral.ReferrerInformed");
        engine.appendEvents(List.of(EngineFixture.message(id, 1)));
        var page = log.after(EventPosition.START, 100);
        assertThat(page.events()).extracting(RecordedEvent::aggregateId).containsExactly(id, id);
        assertThat(page.heldBack()).isFalse();
        assertThat(log.head()).isEqualTo(page.events().getLast().position());
        assertThat(log.countAfter(EventPosition.START, 100)).isEqualTo(2);
        assertThat(log.outOfReach(10))
                .singleElement()
                .satisfies(position -> assertThat(position.tx()).isEqualTo(Long.parseLong(tx)));
    }

    @Test
    void an_epoch_that_began_after_the_start_stops_neither_readers_nor_the_order() {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        owner.update(
                "insert into events.epoch (epoch, system_identifier) overriding system value select max(epoch) + 1, 'a stranger' from events.epoch");
        forge(started.epoch() + 1, "1", EngineFixture.newId(), 0, "Referral.ReferrerInformed");
        var position = log.after(EventPosition.START, 100).events().getLast().position();
        engine.appendEvents(List.of(EngineFixture.message(id, 1)));
        assertThat(log.after(position, 100).events())
                .extracting(RecordedEvent::aggregateId)
                .containsExactly(id);
        assertThat(log.storedAfter(position, 100)).hasSize(1);
        assertThat(log.outOfReach(10)).extracting(EventPosition::epoch).containsExactly(started.epoch() + 1);

        forge(started.epoch() + 1, "1", id, 2, "Referral.ReferrerInformed");
        assertThatThrownBy(() -> log.ofAggregate(id, 0)).isInstanceOf(HistoryInDoubt.class);
    }

    @Test
    void a_stranger_s_epoch_does_not_end_the_waiting_for_a_slow_writer() {
        owner.update(
                "insert into events.epoch (epoch, system_identifier) overriding system value select max(epoch) + 1, 'a stranger' from events.epoch");
        var transaction = new TransactionTemplate(
                new DataSourceTransactionManager(started.databases().writer()));
        transaction.executeWithoutResult(status -> {
            engine.appendEvents(List.of(EngineFixture.message(id, 0)));
            var quick = EngineFixture.newId();
            new PostgresEventStorageEngine(owner(), EngineFixture.CODEC, EngineFixture.CODES, started.epoch())
                    .appendEvents(List.of(EngineFixture.message(quick, 0)));
            assertThat(log.after(EventPosition.START, 100).events()).isEmpty();
            assertThat(log.after(EventPosition.START, 100).heldBack()).isTrue();
        });
        assertThat(log.after(EventPosition.START, 100).events()).hasSize(2);
    }

    @Test
    void what_a_transaction_has_just_added_is_its_own_to_read() {
        var transaction = new TransactionTemplate(
                new DataSourceTransactionManager(started.databases().writer()));
        var read = transaction.execute(status -> {
            engine.appendEvents(List.of(EngineFixture.message(id, 0)));
            engine.appendEvents(List.of(EngineFixture.message(id, 1)));
            return engine.readEvents(id, 0).asStream().count();
        });
        assertThat(read).isEqualTo(2);
    }

    @Test
    void nobody_is_erased_because_of_a_forged_row() {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        assertThat(log.aggregatesWith("PersonKey.PersonKeyDestroyed")).isEmpty();
        forge(started.epoch(), txAhead(1000), EngineFixture.newId(), 0, "PersonKey.PersonKeyDestroyed");
        assertThatThrownBy(() -> log.aggregatesWith("PersonKey.PersonKeyDestroyed"))
                .isInstanceOf(HistoryInDoubt.class);
    }
}

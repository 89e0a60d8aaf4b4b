package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.MigratedDatabases;

/** A row that somebody put into the database by a true transaction takes part in nothing, unless the Hub appended it. */
class CodesTest {
    private final ThrowAwayDatabase postgres = MigratedDatabases.next();
    private final DatabaseSetup.Started started =
            MigratedDatabases.setup(postgres).start();
    private final Map<Integer, byte[]> keys = new HashMap<>(Map.of(1, new byte[] {1}));
    private final EventCodes codes = new EventCodes(() -> Map.copyOf(keys));
    private final EventLog log =
            new EventLog(started.databases().reader(), EngineFixture.CODEC, codes, started.epoch());
    private final PostgresEventStorageEngine engine = engine(codes);
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final String id = EngineFixture.newId();

    private PostgresEventStorageEngine engine(EventCodes with) {
        return new PostgresEventStorageEngine(started.databases().writer(), EngineFixture.CODEC, with, started.epoch());
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

    private void forge(int rows, String type) {
        assertThat(owner.update(
                        "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                                + " select epoch, gen_random_uuid(), stream, gen_random_uuid()::text, 0, ?, 1, recorded_at, payload, metadata, code"
                                + " from (select * from events.domain_event limit 1) e, generate_series(1, ?)",
                        type,
                        rows))
                .isEqualTo(rows);
    }

    private List<String> read() {
        return log.after(EventPosition.START, 100).events().stream()
                .map(RecordedEvent::aggregateId)
                .toList();
    }

    @Test
    void what_the_hub_appends_is_read_with_its_exact_time() {
        var at = Instant.parse("2026-11-23T10:00:00.123456789Z");
        engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                "Referral",
                id,
                0,
                EngineFixture.event(id),
                MetaData.from(EngineFixture.ENVELOPE),
                UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT),
                at)));
        assertThat(log.ofAggregate(id, 0))
                .singleElement()
                .extracting(RecordedEvent::recordedAt)
                .isEqualTo(Instant.parse("2026-11-23T10:00:00.123456Z"));
        assertThat(read()).containsExactly(id);
        assertThat(log.storedAfter(EventPosition.START, 10)).allMatch(StoredEvent::byTheHub);
    }

    @Test
    void readers_and_commands_pass_by_what_the_owner_of_the_database_appended() {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        var head = log.head();
        forge(2500, "Referral.ReferrerInformed");
        assertThat(log.head()).isEqualTo(head);
        var later = EngineFixture.newId();
        engine.appendEvents(List.of(EngineFixture.message(later, 0)));
        assertThat(read()).containsExactly(id, later);
        assertThat(log.after(EventPosition.START, 2).events()).hasSize(2);
        assertThat(log.storedAfter(EventPosition.START, 3000).stream().filter(e -> !e.byTheHub()))
                .hasSize(2500)
                .allSatisfy(forged -> assertThatThrownBy(() -> log.ofAggregate(forged.aggregateId(), 0))
                        .isInstanceOf(HistoryInDoubt.class));
    }

    @Test
    void nobody_is_erased_because_of_a_row_that_the_owner_appended() {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        forge(1, "PersonKey.PersonKeyDestroyed");
        assertThatThrownBy(() -> log.aggregatesWith("PersonKey.PersonKeyDestroyed"))
                .isInstanceOf(HistoryInDoubt.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id = gen_random_uuid()",
                "stream = 'HubMeeting'",
                "sequence = 1",
                "type = 'Referral.ReferralReceived'",
                "revision = 2",
                "recorded_at = recorded_at - interval '1 microsecond'",
                "payload = replace(payload::text, 'EMAIL', 'PHONE')::json",
                "payload = (payload::text || ' ')::json",
                "metadata = replace(metadata::text, 'amy', 'tom')::json",
                "code = set_byte(code, 35, 1 + get_byte(code, 35) % 255)",
                "code = set_byte(code, 3, 2)",
                "code = '\\x00000001'",
                "code = ''"
            })
    void nothing_that_a_row_says_can_be_changed(String change) {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        assertThat(owner.update("update events.domain_event set " + change)).isEqualTo(1);
        assertThatThrownBy(() -> log.ofAggregate(id, 0)).isInstanceOf(HistoryInDoubt.class);
        assertThat(read()).isEmpty();
    }

    @Test
    void a_row_is_nothing_in_another_stream() {
        engine.appendEvents(List.of(EngineFixture.message(id, 0)));
        owner.update("update events.domain_event set aggregate_id = 'another'");
        assertThatThrownBy(() -> log.ofAggregate("another", 0)).isInstanceOf(HistoryInDoubt.class);
    }

    @Test
    void a_release_without_codes_can_append_nothing_any_more() {
        assertThatThrownBy(() -> owner.update(
                        "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata)"
                                + " values (?, gen_random_uuid(), 'Referral', 'x', 0, 'Referral.ReferrerInformed', 1, now(), '{}', '{}')",
                        started.epoch()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_key_that_another_process_began_is_asked_for_when_it_is_met() {
        keys.put(2, new byte[] {2});
        engine(new EventCodes(() -> keys)).appendEvents(List.of(EngineFixture.message(id, 0)));
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(read()).containsExactly(id));
        engine.appendEvents(List.of(EngineFixture.message(id, 1)));
        assertThat(log.ofAggregate(id, 0)).hasSize(2);
    }

    @Test
    void a_receipt_that_the_owner_wrote_or_changed_answers_nothing() {
        var envelope = new HashMap<>(EngineFixture.ENVELOPE);
        envelope.put(PostgresEventStorageEngine.FINGERPRINT, "as sent");
        engine.appendEvents(List.of(EngineFixture.message(id, 0, envelope)));
        var receipts = new CommandReceipts(started.databases().writer(), codes);
        assertThat(receipts.find("amy", "c1").orElseThrow().versions()).containsEntry(id, 0L);
        for (var change : List.of(
                "versions = '{\"" + id + "\":7}'",
                "fingerprint = 'another'",
                "refusal = 'no-consent'",
                "secret_ids = false")) {
            var before = owner.queryForMap("select * from events.command_receipt");
            owner.update("update events.command_receipt set " + change);
            assertThatThrownBy(() -> receipts.find("amy", "c1")).isInstanceOf(HistoryInDoubt.class);
            owner.update(
                    "update events.command_receipt set versions = ?, fingerprint = ?, refusal = ?, secret_ids = ?",
                    before.get("versions"),
                    before.get("fingerprint"),
                    before.get("refusal"),
                    before.get("secret_ids"));
            assertThat(receipts.find("amy", "c1")).isPresent();
        }
        owner.update(
                "insert into events.command_receipt (command_id, actor, fingerprint, versions, recorded_at, code) select 'c2', actor, fingerprint, versions, recorded_at, code from events.command_receipt");
        assertThatThrownBy(() -> receipts.find("amy", "c2")).isInstanceOf(HistoryInDoubt.class);
    }
}

package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.HistoryInDoubt;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.platform.start.StartRefused;

class CodeKeysTest {
    private final ThrowAwayDatabase postgres = MigratedDatabases.next();
    private final DatabaseSetup.Started started =
            MigratedDatabases.setup(postgres).start();
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final EventCodec codec = new EventCodec(List.of());

    @TempDir
    private Path folder;

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

    /** As a process opens them that was given these master keys, the newest first. */
    private EventCodes codes(String reason, String... masters) {
        var uris = Stream.of(masters)
                .map(name -> folder.resolve(name + ".json"))
                .peek(MasterKeys::createFile)
                .map(file -> file.toUri().toString())
                .toList();
        return new CodeKeys(
                        started.databases().writer(),
                        MasterKeys.open(uris, "search"),
                        started.epoch(),
                        Clock.systemUTC())
                .open(reason);
    }

    private String append(EventCodes codes) {
        var id = UUID.randomUUID().toString();
        new PostgresEventStorageEngine(started.databases().writer(), codec, codes, started.epoch())
                .appendEvents(List.of(new GenericDomainEventMessage<>(
                        "Referral",
                        id,
                        0,
                        new ReferrerInformed(new ReferralId(id), InformMethod.EMAIL, null, LocalDate.of(2026, 11, 23)),
                        MetaData.from(java.util.Map.of(
                                "actorId",
                                "amy",
                                "actorName",
                                "Amy Khan",
                                "actorRole",
                                "CASEWORKER",
                                "organisation",
                                "afc",
                                "commandId",
                                "command-" + id,
                                PostgresEventStorageEngine.FINGERPRINT,
                                "as sent")),
                        UUID.randomUUID().toString(),
                        Instant.parse("2026-11-23T10:00:00Z"))));
        return id;
    }

    private EventLog log(EventCodes codes) {
        return new EventLog(started.databases().reader(), codec, codes, started.epoch());
    }

    private CommandReceipts receipts(EventCodes codes) {
        return new CommandReceipts(started.databases().writer(), codes);
    }

    /** As a release left it that knew of no codes. */
    private void withoutCodes() {
        owner.execute("delete from events.code_key");
        owner.execute("alter table events.domain_event drop constraint domain_event_code");
        owner.execute("alter table events.command_receipt drop constraint command_receipt_code");
        owner.execute("update events.domain_event set code = null");
        owner.execute("update events.command_receipt set code = null");
    }

    @Test
    void a_second_process_with_the_same_master_key_knows_what_the_first_appended() {
        var id = append(codes("", "first"));
        assertThat(log(codes("", "first")).ofAggregate(id, 0)).hasSize(1);
        assertThat(owner.queryForList("select reason from events.code_key", String.class))
                .containsExactly("an empty history");
    }

    @Test
    void a_new_master_key_begins_a_new_key_and_what_was_there_is_still_known() {
        var running = codes("", "second", "first");
        var old = append(running);
        var rotated = codes("", "third", "second", "first");
        var id = append(rotated);
        var keyNumbers = "select get_byte(code, 3) from events.domain_event order by global_index";
        assertThat(owner.queryForList(keyNumbers, Integer.class)).containsExactly(1, 2);
        var withoutTheOld = codes("", "third");
        assertThat(log(withoutTheOld).after(EventPosition.START, 10).events()).hasSize(2);
        assertThat(log(withoutTheOld).ofAggregate(old, 0)).hasSize(1);
        assertThat(receipts(withoutTheOld).find("amy", "command-" + id)).isPresent();
        assertThat(owner.queryForObject("select count(*) from events.code_key", Long.class))
                .isEqualTo(3);
        assertThatThrownBy(() -> codes("", "first"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The key of codes 1 cannot be opened");
    }

    @Test
    void another_order_of_the_master_keys_begins_no_key_again_and_again() {
        codes("", "first");
        codes("", "second", "first");
        codes("", "first", "second");
        codes("", "second", "first");
        assertThat(owner.queryForObject("select max(number) from events.code_key", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void keys_that_somebody_took_away_are_never_made_anew_over_events_that_have_codes() {
        append(codes("", "first"));
        owner.execute("delete from events.code_key");
        assertThatThrownBy(() -> codes("for a good reason", "first"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the table events.code_key is empty");
    }

    @Test
    void a_key_that_the_owner_of_the_database_put_there_is_refused() {
        append(codes("", "first"));
        owner.update("update events.code_key set wrapped = decode(repeat('00', 60), 'hex')");
        assertThatThrownBy(() -> codes("", "first"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was altered");
    }

    @Test
    void codes_begin_over_an_older_history_only_for_a_reason() {
        var id = append(codes("", "first"));
        withoutCodes();
        assertThatThrownBy(() -> codes(" ", "first"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The history has no codes");
        assertThat(owner.queryForObject("select count(*) from events.code_key", Long.class))
                .isZero();

        var begun = codes("The first start of this release", "first");
        assertThat(log(begun).ofAggregate(id, 0)).hasSize(1);
        assertThat(log(begun).storedAfter(EventPosition.START, 10)).allMatch(StoredEvent::byTheHub);
        assertThat(receipts(begun).find("amy", "command-" + id)).isPresent();
        assertThat(owner.queryForObject("select reason from events.code_key", String.class))
                .isEqualTo("The first start of this release");
    }

    /** A row can claim any transaction: where it stands says nothing about when it came. */
    @Test
    void to_be_of_an_earlier_release_cannot_be_claimed_once_codes_have_begun() {
        append(codes("", "first"));
        withoutCodes();
        var begun = codes("The first start of this release", "first");
        owner.update("""
                insert into events.domain_event (epoch, tx, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata)
                select epoch, '3'::xid8, gen_random_uuid(), stream, 'claimed', 0, type, revision, recorded_at, payload, metadata
                from events.domain_event""");
        assertThatThrownBy(() -> log(begun).ofAggregate("claimed", 0)).isInstanceOf(HistoryInDoubt.class);
        owner.update("update events.command_receipt set command_id = 'claimed'");
        assertThatThrownBy(() -> receipts(begun).find("amy", "claimed")).isInstanceOf(HistoryInDoubt.class);
        codes("once more", "first");
        assertThatThrownBy(() -> log(codes("once more", "first")).ofAggregate("claimed", 0))
                .isInstanceOf(HistoryInDoubt.class);
    }
}

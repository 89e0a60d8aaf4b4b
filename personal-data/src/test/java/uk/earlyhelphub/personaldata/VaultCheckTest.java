package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.start.StartRefused;

/** A Hub over keys that are not those of its history is not started. */
class VaultCheckTest {
    private static final Map<String, String> ENVELOPE = Map.of(
            "actorId",
            "amy",
            "actorName",
            "Amy Khan",
            "actorRole",
            "CASEWORKER",
            "organisation",
            "afc",
            "commandId",
            "c1");

    private final ThrowAwayDatabase postgres = MigratedDatabases.next();
    private final DatabaseSetup.Started started =
            MigratedDatabases.setup(postgres).start();
    private final EventCodec codec = new EventCodec(List.of());
    private final EventCodes codes = EventCodes.under(new byte[] {7});
    private final EventLog log = new EventLog(started.databases().reader(), codec, codes, started.epoch());
    private final JdbcTemplate owner = new JdbcTemplate(owner());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        return source;
    }

    @BeforeEach
    void aHubThatWasStartedBefore() {
        recorded();
        recorded();
        check("one", "search").require(log);
    }

    @AfterEach
    void end() {
        started.databases().close();
        postgres.close();
    }

    private MasterKeys masters(String name, String searchSecret) {
        var file = folder.resolve(name + ".json");
        MasterKeys.createFile(file);
        return MasterKeys.open(List.of(file.toUri().toString()), searchSecret);
    }

    private VaultCheck check(String masterKey, String searchSecret) {
        return new VaultCheck(started.databases().vault(), masters(masterKey, searchSecret));
    }

    private VaultHealth health(String masterKey, String searchSecret) {
        return new VaultHealth(check(masterKey, searchSecret), vault().seen());
    }

    private Vault vault() {
        return new Vault(started.databases().vault(), masters("one", "search"), Clock.systemUTC(), 100);
    }

    /** Somebody about whom a sealed text is recorded. */
    private PersonId recorded() {
        var person = new PersonId(UUID.randomUUID().toString());
        var id = new ReferralId(UUID.randomUUID().toString());
        var text = vault().sealer("c1").seal(ReferralClosed.class, "reason", person, "They moved away");
        new PostgresEventStorageEngine(started.databases().writer(), codec, codes, started.epoch())
                .appendEvents(List.of(new GenericDomainEventMessage<>(
                        "Referral",
                        id.value(),
                        0,
                        new ReferralClosed(id, ClosureReason.NEEDS_MET, text, LocalDate.of(2026, 11, 23)),
                        MetaData.from(ENVELOPE),
                        UUID.randomUUID().toString(),
                        Instant.parse("2026-11-23T10:00:00Z"))));
        return person;
    }

    private int keys() {
        return java.util.Objects.requireNonNull(
                owner.queryForObject("select count(*) from vault.person_key", Integer.class));
    }

    @Test
    void the_same_keys_in_another_place_are_the_same_keys() throws Exception {
        Files.move(folder.resolve("one.json"), folder.resolve("moved.json"));
        assertThatCode(() -> check("moved", "search").require(log)).doesNotThrowAnyException();
    }

    @Test
    void another_master_key_is_refused_and_the_one_that_is_wanted_is_named() {
        assertThatThrownBy(() -> check("two", "search").require(log))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(masters("one", "search").newest() + ", which is not here")
                .hasMessageContaining(masters("two", "search").newest())
                .hasMessageContaining("hub.vault.master-keys");
    }

    @Test
    void keys_that_an_earlier_release_named_by_their_place_are_tried() {
        owner.update("update vault.person_key set master_key = 'file:/old/master-key.json'");
        assertThatCode(() -> check("one", "search").require(log)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("two", "search").require(log))
                .hasMessageContaining("that was once at file:/old/master-key.json");
    }

    @Test
    void one_key_that_was_altered_is_no_reason_to_close_the_hub() {
        owner.update(
                "update vault.person_key set wrapped_key = '\\x00' where person_id = (select max(person_id::text)::uuid from vault.person_key)");
        assertThatCode(() -> check("one", "search").require(log)).doesNotThrowAnyException();
    }

    @Test
    void keys_that_were_all_exchanged_are_refused() {
        owner.execute("update vault.person_key set person_id = gen_random_uuid()");
        assertThatThrownBy(() -> check("one", "search").require(log))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("none of those that were tried can be opened");
    }

    @Test
    void another_search_secret_is_refused() {
        assertThatThrownBy(() -> check("one", "another").require(log))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("hub.vault.search-secret");
        assertThatCode(() -> check("one", "search").require(log)).doesNotThrowAnyException();
    }

    @Test
    void an_empty_vault_is_refused_and_no_new_key_is_made() {
        owner.execute("truncate vault.person_key cascade");
        owner.execute("truncate vault.start_check");
        assertThatThrownBy(() -> check("one", "search").require(log))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not in this vault: 2 of the first 2")
                .hasMessageContaining("new keys are never made over lost ones");
        assertThat(keys()).isZero();
    }

    @Test
    void a_vault_from_an_older_backup_is_refused() {
        owner.execute("create table public.backup_key as select * from vault.person_key");
        owner.execute("create table public.backup_check as select * from vault.start_check");
        recorded();
        check("one", "search").require(log);
        owner.execute("truncate vault.person_key cascade");
        owner.execute("truncate vault.start_check");
        owner.execute("insert into vault.person_key select * from public.backup_key");
        owner.execute("insert into vault.start_check select * from public.backup_check");
        assertThatThrownBy(() -> check("one", "search").require(log)).hasMessageContaining("not in this vault: 1 of");
    }

    @Test
    void the_vault_of_another_hub_is_refused_however_far_that_one_had_come() {
        owner.execute("truncate vault.person_key cascade");
        vault().sealer("c1")
                .seal(
                        ReferralClosed.class,
                        "reason",
                        new PersonId(UUID.randomUUID().toString()),
                        "Of theirs");
        owner.execute("update vault.start_check set value = '9.9.9' where name = 'complete-up-to'");
        assertThatThrownBy(() -> check("one", "search").require(log)).hasMessageContaining("not in this vault: 2 of");
    }

    @Test
    void somebody_who_was_erased_is_not_missing() {
        vault().erase(recorded());
        assertThatCode(() -> check("one", "search").require(log)).doesNotThrowAnyException();
    }

    @Test
    void health_is_down_while_keys_cannot_be_opened_or_reached() {
        assertThat(health("one", "search").health().getStatus()).isEqualTo(Status.UP);
        assertThat(health("two", "search").health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health("one", "another").health().getStatus()).isEqualTo(Status.DOWN);
        owner.execute("revoke select on vault.person_key from hub_vault");
        assertThat(health("one", "search").health().getStatus()).isEqualTo(Status.DOWN);
    }
}

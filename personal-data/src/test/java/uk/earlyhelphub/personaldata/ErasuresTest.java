package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.commands.CommandEdge;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.HubEventStore;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.start.StartRefused;

/** Abuse case 32: the keys are restored from a backup that is older than an erasure. */
class ErasuresTest {
    private static final LoggedAccess LOGGED = new LoggedAccess("test");
    private static final DirectRecord.By OFFICER = new DirectRecord.By(
            new Actor("dora", "Dora", Role.DATA_PROTECTION_OFFICER, "afc", null), Purpose.EXERCISE_RIGHTS, "c");

    private final ThrowAwayDatabase postgres = MigratedDatabases.next();
    private final DatabaseSetup.Started started =
            MigratedDatabases.setup(postgres).start();
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final PersonId amina = new PersonId(UUID.randomUUID().toString());
    private final PersonId ben = new PersonId(UUID.randomUUID().toString());

    @TempDir
    private Path folder;

    private String master = "";

    private PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        return source;
    }

    @BeforeEach
    void aMasterKey() {
        var file = folder.resolve("master.json");
        MasterKeys.createFile(file);
        master = file.toUri().toString();
    }

    @AfterEach
    void end() {
        started.databases().close();
        postgres.close();
    }

    private MasterKeys masters() {
        return MasterKeys.open(List.of(master), "search");
    }

    /** As after a start: nothing in memory. */
    private Vault vault() {
        return new Vault(started.databases().vault(), masters(), Clock.systemUTC(), 100);
    }

    private Erasures erasures(Vault vault) {
        var codec = new EventCodec(List.of());
        var codes = EventCodes.under(new byte[] {7});
        var engine = new PostgresEventStorageEngine(started.databases().writer(), codec, codes, started.epoch());
        var store = HubEventStore.over(engine, new CommitSignal(), () -> {}, CommandEdge::inPlainValues);
        return new Erasures(
                vault,
                store,
                new EventLog(started.databases().reader(), codec, codes, started.epoch()),
                java.time.Clock.systemUTC());
    }

    private ProtectedText sealed(PersonId about) {
        return vault().sealer("c1").seal(ReferralClosed.class, "reason", about, "They moved away");
    }

    @Test
    void keys_from_a_backup_before_an_erasure_are_destroyed_again_before_serving() {
        var hers = sealed(amina);
        var his = sealed(ben);
        var search = new PersonSearch(started.databases().vault(), masters());
        search.remember(amina, new Details(List.of("Amina Back"), null, null, null, null));
        owner.execute("create table public.backup_key as select * from vault.person_key");
        owner.execute("create table public.backup_token as select * from vault.search_token");

        erasures(vault()).destroy(OFFICER, amina);
        erasures(vault()).destroy(OFFICER, amina);
        assertThat(vault().reveal(LOGGED, hers)).isEmpty();

        owner.execute("truncate vault.person_key cascade");
        owner.execute("insert into vault.person_key select * from public.backup_key");
        owner.execute("insert into vault.search_token select * from public.backup_token");
        assertThat(vault().reveal(LOGGED, hers))
                .as("the restore brought her back")
                .isPresent();

        assertThat(erasures(vault()).again()).isEqualTo(1);
        assertThat(vault().reveal(LOGGED, hers)).isEmpty();
        assertThat(vault().reveal(LOGGED, his)).isPresent();
        assertThat(search.find(new Details(List.of("Amina Back"), null, null, null, null), 10))
                .isEmpty();
        assertThat(erasures(vault()).again()).isZero();
    }

    @Test
    void nobody_is_erased_because_of_a_row_that_the_owner_of_the_database_appended() {
        var hers = sealed(amina);
        erasures(vault()).destroy(OFFICER, ben);
        owner.update(
                "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                        + " select epoch, gen_random_uuid(), stream, ?, 0, type, revision, recorded_at, replace(payload::text, ?, ?)::json, metadata, code"
                        + " from events.domain_event",
                amina.value(),
                ben.value(),
                amina.value());
        assertThatThrownBy(() -> erasures(vault()).again())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the Hub did not write that");
        assertThat(vault().reveal(LOGGED, hers)).isPresent();
    }

    @Test
    void a_history_that_is_older_than_the_keys_is_refused() {
        sealed(amina);
        vault().erase(amina);
        assertThatThrownBy(() -> erasures(vault()).again())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("older than the keys: 1 people");
    }
}

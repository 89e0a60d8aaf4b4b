package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.database.Databases;

/** Somebody empties the vault, or puts an older one in its place, while the Hub runs. */
class KeysLostTest {
    private final ThrowAwayDatabase postgres = MigratedDatabases.next();
    private final Databases databases =
            MigratedDatabases.setup(postgres).start().databases();
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final PersonId amina = person();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private MasterKeys masters;

    @SuppressWarnings("NullAway.Init")
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    private ProtectedText hers;

    private PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        return source;
    }

    private static PersonId person() {
        return new PersonId(UUID.randomUUID().toString());
    }

    @BeforeEach
    void aHubThatRuns() {
        var file = folder.resolve("master.json");
        MasterKeys.createFile(file);
        masters = MasterKeys.open(List.of(file.toUri().toString()), "search");
        vault = new Vault(databases.vault(), masters, Clock.systemUTC(), 100);
        new VaultMetrics(vault.seen()).bindTo(metrics);
        hers = written(amina);
        owner.execute("create table public.backup as select * from vault.person_key");
    }

    @AfterEach
    void end() {
        databases.close();
        postgres.close();
    }

    private Preparation preparation() {
        return vault.preparation("c1", search());
    }

    private PersonSearch search() {
        return new PersonSearch(databases.vault(), masters, vault.seen());
    }

    private void write(Preparation preparation) {
        new VaultWriter(databases.vault(), Clock.systemUTC(), vault.seen())
                .write(Objects.requireNonNull(preparation.effects()));
    }

    private ProtectedText written(PersonId about) {
        var preparation = preparation();
        var text = preparation.seal(ReferralClosed.class, "reason", about, "They moved away");
        write(preparation);
        return text;
    }

    private Status health() {
        return new VaultHealth(new VaultCheck(databases.vault(), masters), vault.seen())
                .health()
                .getStatus();
    }

    private int keys() {
        return Objects.requireNonNull(owner.queryForObject("select count(*) from vault.person_key", Integer.class));
    }

    private void everythingIsRefusedAndNothingMade(int left) {
        assertThat(health()).isEqualTo(Status.DOWN);
        assertThat(metrics.get("hub.vault.keys.lost").gauge().value()).isEqualTo(1);
        assertThatThrownBy(() -> written(person())).isInstanceOf(KeysLost.class);
        assertThatThrownBy(() -> vault.ageOn(person(), LocalDate.of(2026, 11, 23)))
                .isInstanceOf(KeysLost.class);
        assertThatThrownBy(() -> search().find(new Details(List.of("Amina"), null, null, null, null), 10))
                .as("to find nobody would have families recorded twice")
                .isInstanceOf(KeysLost.class);
        assertThatThrownBy(() -> vault.sealer("c2").seal(ReferralClosed.class, "reason", person(), "text"))
                .isInstanceOf(KeysLost.class);
        assertThat(keys()).isEqualTo(left);
    }

    @Test
    void an_emptied_vault_makes_no_new_keys_over_those_that_are_gone_and_goes_on_when_they_are_back() {
        assertThat(health()).isEqualTo(Status.UP);
        var underWay = preparation();
        underWay.seal(ReferralClosed.class, "reason", person(), "Prepared before");
        owner.execute("truncate vault.person_key cascade");
        everythingIsRefusedAndNothingMade(0);
        assertThatThrownBy(() -> written(amina)).isInstanceOf(KeysLost.class);
        assertThatThrownBy(() -> write(underWay)).isInstanceOf(KeysLost.class);
        assertThatThrownBy(() -> vault.reveal(new LoggedAccess("test"), hers)).isInstanceOf(KeysLost.class);
        assertThat(keys()).isZero();

        owner.execute("insert into vault.person_key select * from public.backup");
        assertThat(health()).isEqualTo(Status.UP);
        assertThat(metrics.get("hub.vault.keys.lost").gauge().value()).isZero();
        assertThat(vault.reveal(new LoggedAccess("test"), hers)).contains("They moved away");
        write(underWay);
        assertThat(keys()).isEqualTo(2);
    }

    @Test
    void an_older_vault_in_its_place_is_noticed_by_what_is_missing() {
        written(person());
        owner.execute("truncate vault.person_key cascade");
        owner.execute("insert into vault.person_key select * from public.backup");
        everythingIsRefusedAndNothingMade(1);
    }

    @Test
    void a_process_that_made_no_key_itself_notices_too() {
        vault = new Vault(databases.vault(), masters, Clock.systemUTC(), 100);
        vault.seen().look();
        owner.execute("truncate vault.person_key cascade");
        assertThatThrownBy(() -> written(person())).isInstanceOf(KeysLost.class);
        assertThat(keys()).isZero();
    }

    @Test
    void somebody_who_is_erased_is_not_missing() {
        written(person());
        vault.erase(amina);
        assertThat(health()).isEqualTo(Status.UP);
        written(person());
        assertThat(keys()).isEqualTo(3);
    }
}

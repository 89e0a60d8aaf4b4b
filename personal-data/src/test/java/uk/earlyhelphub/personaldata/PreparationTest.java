package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;

/** What a command brings along for the vault has no effect until it is written, and is never written past somebody else's. */
class PreparationTest {
    private static final ThrowAwayDatabase POSTGRES = MigratedDatabases.next();
    private static final Databases DATABASES =
            MigratedDatabases.setup(POSTGRES).start().databases();
    private static final LoggedAccess LOGGED = new LoggedAccess("test");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Details DETAILS = new Details(List.of("Zelda Prepared"), "2001-02-03", null, null, null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private @Nullable MasterKeys masters;
    private @Nullable Vault opened;
    private final PersonId zelda = new PersonId(UUID.randomUUID().toString());

    @BeforeEach
    void fresh() {
        var file = folder.resolve(UUID.randomUUID() + ".json");
        MasterKeys.createFile(file);
        masters = MasterKeys.open(List.of(file.toUri().toString()), "search");
        opened = new Vault(DATABASES.vault(), masters, Clock.systemUTC(), 100);
    }

    private Vault vault() {
        return Objects.requireNonNull(opened);
    }

    private PersonSearch search() {
        return new PersonSearch(DATABASES.vault(), Objects.requireNonNull(masters));
    }

    private Preparation preparation() {
        return vault().preparation("c1", search());
    }

    private void write(Preparation preparation) {
        new VaultWriter(DATABASES.vault(), Clock.systemUTC(), vault().seen())
                .write(Objects.requireNonNull(preparation.effects()));
    }

    @Test
    void nothing_is_there_until_it_is_written_and_then_all_of_it_is() {
        var preparation = preparation();
        var text = preparation.seal(ReferralClosed.class, "reason", zelda, "They moved away");
        preparation.keepBirth(zelda, LocalDate.of(2001, 2, 3));
        preparation.makeFindable(zelda, DETAILS);
        assertThat(vault().existingKey(zelda)).isNull();
        assertThat(vault().isAdult(zelda, DAY)).isFalse();
        assertThat(search().find(DETAILS, 10)).noneMatch(c -> c.personId().equals(zelda));

        assertThat(preparation.effects()).doesNotContain("Zelda", "2001-02-03", "moved");
        write(preparation);
        assertThat(vault().reveal(LOGGED, text)).contains("They moved away");
        assertThat(vault().isAdult(zelda, DAY)).isTrue();
        assertThat(search().find(DETAILS, 10)).anyMatch(c -> c.personId().equals(zelda));
    }

    @Test
    void of_two_keys_prepared_at_once_only_one_is_written() {
        var first = preparation();
        var second = preparation();
        first.seal(ReferralClosed.class, "reason", zelda, "a");
        second.seal(ReferralClosed.class, "reason", zelda, "b");
        write(first);
        assertThatThrownBy(() -> write(second))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("changed-meanwhile"));
    }

    @Test
    void nothing_new_is_written_about_somebody_who_was_erased() {
        write(sealedAbout());
        vault().erase(zelda);
        assertThatThrownBy(() -> write(sealedAbout()))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("person-erased"));
    }

    private Preparation sealedAbout() {
        var preparation = preparation();
        preparation.seal(ReferralClosed.class, "reason", zelda, "a");
        return preparation;
    }
}

package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.database.Databases;

class VaultTest {
    private static final ThrowAwayDatabase POSTGRES = MigratedDatabases.next();
    private static final Databases DATABASES =
            MigratedDatabases.setup(POSTGRES).start().databases();
    private static final LoggedAccess LOGGED = new LoggedAccess("test");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private String firstMaster = "";
    private @org.jspecify.annotations.Nullable Vault opened;
    private final PersonId amina = person();
    private final PersonId ben = person();

    @BeforeEach
    void fresh() {
        firstMaster = master("one");
        opened = open(List.of(firstMaster));
    }

    private Vault vault() {
        return java.util.Objects.requireNonNull(opened);
    }

    private static Vault open(List<String> masters) {
        return new Vault(DATABASES.vault(), MasterKeys.open(masters, "search"), Clock.systemUTC(), 100);
    }

    private String master(String name) {
        var file = folder.resolve(name + ".json");
        MasterKeys.createFile(file);
        return file.toUri().toString();
    }

    private static PersonId person() {
        return new PersonId(UUID.randomUUID().toString());
    }

    private ProtectedText sealed(PersonId about, String text) {
        return vault().sealer("c1").seal(ReferralClosed.class, "reason", about, text);
    }

    @Test
    void what_was_sealed_is_revealed_byte_for_byte() {
        var name = "O'Brien-Ní Ó'Š \"x\" <script>{{7*7}}";
        assertThat(vault().reveal(LOGGED, sealed(amina, name))).contains(name);
    }

    @Test
    void the_seal_shows_nothing_of_the_text() {
        var text = sealed(amina, "lives at a secret address");
        assertThat(text.toString()).doesNotContain("secret").doesNotContain(text.sealed());
        assertThat(text.sealed())
                .isNotEqualTo(sealed(amina, "lives at a secret address").sealed());
    }

    @Test
    void a_text_moved_to_another_person_event_field_or_command_cannot_be_revealed() {
        var text = sealed(amina, "a");
        sealed(ben, "b");
        for (var moved : List.of(
                new ProtectedText(ben, text.key(), text.sealedFor(), text.sealed()),
                new ProtectedText(amina, text.key(), "ReferralReopened/reason/c1", text.sealed()),
                new ProtectedText(amina, text.key(), "ReferralClosed/other/c1", text.sealed()),
                new ProtectedText(amina, text.key(), "ReferralClosed/reason/c2", text.sealed()),
                new ProtectedText(
                        amina,
                        text.key(),
                        text.sealedFor(),
                        "AA" + text.sealed().substring(2)))) {
            assertThatThrownBy(() -> vault().reveal(LOGGED, moved)).isInstanceOf(Vault.SealBroken.class);
        }
    }

    @Test
    void a_text_moved_with_all_its_labels_shows_itself_in_its_new_place() {
        var text = sealed(amina, "a");
        var id = new ReferralId(UUID.randomUUID().toString());
        var day = LocalDate.of(2026, 11, 23);
        SealBinding.check(new ReferralClosed(id, ClosureReason.NEEDS_MET, text, day), "c1");
        assertThatThrownBy(() -> SealBinding.check(
                        new ReferralClosed(id, ClosureReason.NEEDS_MET, text, day), "another-command"))
                .isInstanceOf(Vault.SealBroken.class);
        assertThatThrownBy(() -> SealBinding.check(new ReferralReopened(id, text, day), "c1"))
                .isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void erasing_one_person_blanks_everything_about_them_and_nothing_else() {
        var hers = IntStream.range(0, 20).mapToObj(n -> sealed(amina, "a" + n)).toList();
        var his = IntStream.range(0, 20).mapToObj(n -> sealed(ben, "b" + n)).toList();
        vault().erase(amina);
        vault().erase(amina);
        assertThat(hers).allSatisfy(t -> assertThat(vault().reveal(LOGGED, t)).isEmpty());
        assertThat(his).allSatisfy(t -> assertThat(vault().reveal(LOGGED, t)).isPresent());
        var restarted = open(List.of(firstMaster));
        assertThat(restarted.reveal(LOGGED, hers.getFirst())).isEmpty();
        assertThat(restarted.reveal(LOGGED, his.getFirst())).contains("b0");
        assertThatThrownBy(() -> sealed(amina, "again")).isInstanceOf(Vault.PersonErased.class);
    }

    @Test
    void who_was_erased_elsewhere_is_erased_here_although_the_key_was_in_memory() {
        var here = vault();
        var text = here.sealer("c1").seal(ReferralClosed.class, "reason", amina, "Leo moved away");
        assertThat(here.reveal(new LoggedAccess("a"), text)).contains("Leo moved away");
        open(List.of(firstMaster)).erase(amina);
        assertThat(here.reveal(new LoggedAccess("b"), text)).isEmpty();
        assertThatThrownBy(() -> here.sealer("c2").seal(ReferralClosed.class, "reason", amina, "new"))
                .isInstanceOf(Vault.PersonErased.class);
        assertThat(here.isAdult(amina, java.time.LocalDate.EPOCH)).isFalse();
    }

    @Test
    void somebody_erased_before_ever_having_a_key_is_never_given_one() {
        vault().erase(amina);
        assertThatThrownBy(() -> sealed(amina, "late")).isInstanceOf(Vault.PersonErased.class);
    }

    @Test
    void a_master_key_is_changed_without_losing_a_text() {
        var text = sealed(amina, "kept");
        var second = master("two");
        var rotated = open(List.of(second, firstMaster));
        assertThat(rotated.reveal(LOGGED, text)).contains("kept");
        assertThat(rotated.rewrapAll().done()).isPositive();
        assertThat(open(List.of(second)).reveal(LOGGED, text)).contains("kept");
        assertThatThrownBy(() -> open(List.of(firstMaster)).reveal(LOGGED, text))
                .hasMessageContaining("is not configured");
    }

    @Test
    void another_persons_wrapped_key_does_not_open() {
        sealed(amina, "a");
        var text = sealed(ben, "b");
        new JdbcTemplate(DATABASES.vault())
                .update(
                        "update vault.person_key set wrapped_key = (select wrapped_key from vault.person_key where person_id = ?::uuid) where person_id = ?::uuid",
                        amina.value(),
                        ben.value());
        assertThatThrownBy(() -> open(List.of(firstMaster)).reveal(LOGGED, text))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_the_vaults_role_reaches_the_keys() {
        for (var role : List.of(DATABASES.writer(), DATABASES.reader(), DATABASES.projector())) {
            assertThatThrownBy(() -> new JdbcTemplate(role).queryForList("select * from vault.person_key"))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> new JdbcTemplate(DATABASES.vault()).queryForList("select * from events.domain_event"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void people_are_found_by_name_sound_birth_and_postcode_until_they_are_erased() {
        var search = new PersonSearch(DATABASES.vault(), MasterKeys.open(List.of(firstMaster), "search"));
        sealed(amina, "key");
        sealed(ben, "key");
        var unusual = "Zaphira Quillon" + amina.value().substring(0, 8).replaceAll("[^a-z]", "x");
        search.remember(amina, new Details(List.of(unusual), "2017-03-04", "SL6 1QZ", null, null));
        search.remember(ben, new Details(List.of("Zafira Other"), "2019-01-01", "SL4 9ZZ", null, null));
        var found = search.find(
                new Details(List.of(unusual.toUpperCase(java.util.Locale.ROOT)), "2017-03-04", "sl61qz", null, null),
                10);
        assertThat(found.getFirst().personId()).isEqualTo(amina);
        assertThat(found.getFirst().score()).isEqualTo(100);
        assertThat(found.getFirst().agreesOn()).containsExactlyInAnyOrder("name", "sound", "birth", "postcode");
        for (var trick : List.of("%", "_", "(a+)+$", "' or 1=1 --")) {
            assertThat(search.find(new Details(List.of(trick), null, null, null, null), 10))
                    .noneMatch(c -> c.personId().equals(amina));
        }
        vault().erase(amina);
        assertThat(search.find(new Details(List.of(unusual), "2017-03-04", "SL6 1QZ", null, null), 10))
                .noneMatch(c -> c.personId().equals(amina));
    }
}

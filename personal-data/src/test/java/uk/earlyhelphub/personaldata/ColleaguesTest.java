package uk.earlyhelphub.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.personaldata.Colleagues.Relation;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;

class ColleaguesTest {
    private static final ThrowAwayDatabase POSTGRES = MigratedDatabases.next();
    private static final Databases DATABASES =
            MigratedDatabases.setup(POSTGRES).start().databases();
    private static final Details SELF = new Details(List.of("Nia Known"), "1990-01-02", null, null, null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final PersonId nia = new PersonId(UUID.randomUUID().toString());
    private final String staff = "staff-" + UUID.randomUUID();
    private final String entry = UUID.randomUUID().toString();
    private @org.jspecify.annotations.Nullable Colleagues opened;

    @BeforeEach
    void a_person_in_a_record_and_a_colleague_who_says_it_is_themselves() {
        var file = folder.resolve(UUID.randomUUID() + ".json");
        MasterKeys.createFile(file);
        var masters = MasterKeys.open(List.of(file.toUri().toString()), "search " + UUID.randomUUID());
        new Vault(DATABASES.vault(), masters, Clock.systemUTC(), 100)
                .sealer("c1")
                .seal(ReferralClosed.class, "reason", nia, "text");
        var search = new PersonSearch(DATABASES.vault(), masters);
        search.remember(nia, SELF);
        opened = new Colleagues(DATABASES.vault(), search);
        colleagues().declare(entry, staff, Relation.SELF, SELF);
    }

    private static PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(POSTGRES.jdbcUrl());
        source.setUser(POSTGRES.owner());
        return source;
    }

    private Colleagues colleagues() {
        return java.util.Objects.requireNonNull(opened);
    }

    @Test
    void what_is_to_be_forgotten_counts_until_it_is() {
        var removal = UUID.randomUUID().toString();
        colleagues().askRemoval(staff, removal, Instant.now());
        assertThat(colleagues().declared(staff)).isEqualTo(1);
        assertThat(colleagues().removalAsked(staff)).isEqualTo(1);
        assertThat(colleagues().closeTo(staff, List.of(nia))).containsEntry(nia, Set.of(ConflictKind.OWN_RECORD));
        assertThat(colleagues().removals(200))
                .anyMatch(r -> r.removalId().equals(removal) && r.staff().equals(staff) && r.declared() == 1);
        colleagues().forget(removal);
        assertThat(colleagues().declared(staff)).isZero();
        assertThat(colleagues().closeTo(staff, List.of(nia))).isEmpty();
    }

    @Test
    void what_is_declared_after_a_removal_was_asked_for_is_not_forgotten_with_it() {
        var removal = UUID.randomUUID().toString();
        colleagues().askRemoval(staff, removal, Instant.now());
        colleagues().declare(UUID.randomUUID().toString(), staff, Relation.SELF, SELF);
        colleagues().forget(removal);
        assertThat(colleagues().closeTo(staff, List.of(nia))).containsEntry(nia, Set.of(ConflictKind.OWN_RECORD));
    }

    @Test
    void nobody_was_close_at_a_time_before_they_said_so() {
        var now = Instant.now();
        assertThat(colleagues().closeTo(staff, List.of(nia), now.minusSeconds(3600)))
                .isEmpty();
        assertThat(colleagues().closeTo(staff, List.of(nia), now.plusSeconds(3600)))
                .containsKey(nia);
    }

    @Test
    void what_was_declared_before_times_were_kept_counts_at_any_time() {
        new JdbcTemplate(owner())
                .update("update vault.colleague_entry set declared_at = '-infinity' where entry_id = ?::uuid", entry);
        assertThat(colleagues().closeTo(staff, List.of(nia), Instant.parse("2020-01-01T00:00:00Z")))
                .containsKey(nia);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "- -", "\u200b\u200b", " "})
    void nobody_is_recognised_by_a_name_without_a_word_in_it(String name) {
        for (var relation : List.of(Relation.SELF, Relation.FAMILY)) {
            var details = new Details(List.of(name), "1990-01-02", null, null, null);
            assertThatThrownBy(() -> colleagues().requireRecognisable(relation, details))
                    .isInstanceOfSatisfying(Refused.class, r -> {
                        assertThat(r.code()).isEqualTo("nothing-to-recognise");
                        assertThat(r.field()).isEqualTo("name");
                    });
            assertThatThrownBy(() -> colleagues().declare(UUID.randomUUID().toString(), staff, relation, details))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"---", "\u200b\u200b", " "})
    void no_home_is_recognised_by_a_postcode_without_a_letter_in_it(String postcode) {
        assertThatThrownBy(() -> colleagues()
                        .requireRecognisable(Relation.HOME, new Details(List.of(), null, postcode, null, null)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.field()).isEqualTo("postcode"));
    }

    @Test
    void what_was_once_declared_without_a_name_makes_nobody_close_to_anybody() {
        new JdbcTemplate(owner())
                .update(
                        "delete from vault.colleague_token where entry_id = ?::uuid and token not in"
                                + " (select token from vault.search_token where kind = 'birth')",
                        entry);
        new JdbcTemplate(owner()).update("update vault.colleague_entry set needed = 1 where entry_id = ?::uuid", entry);
        assertThat(colleagues().closeTo(staff, List.of(nia))).isEmpty();
    }

    @Test
    void a_removal_that_is_asked_for_again_takes_nothing_more_with_it() {
        var removal = UUID.randomUUID().toString();
        var asked = Instant.now();
        colleagues().askRemoval(staff, removal, asked);
        colleagues().declare(UUID.randomUUID().toString(), staff, Relation.FAMILY, SELF);
        colleagues().askRemoval(staff, removal, asked);
        colleagues().askRemoval(staff, removal, Instant.now().plusSeconds(60));
        assertThat(colleagues().removalAsked(staff)).isEqualTo(1);
        assertThat(colleagues().declared(staff)).isEqualTo(2);
        assertThat(colleagues().declared(staff, asked)).isEqualTo(1);
    }

    private static Details home(String postcode) {
        return new Details(List.of(), null, postcode, null, null);
    }

    @Test
    void somebody_has_one_home_at_a_time() {
        colleagues().requireRoom(staff, Relation.HOME);
        var first = UUID.randomUUID().toString();
        colleagues().declare(first, staff, Relation.HOME, home("SL4 1AA"));
        colleagues().declare(first, staff, Relation.HOME, home("SL4 1AA"));
        assertThatThrownBy(() -> colleagues().requireRoom(staff, Relation.HOME))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("home-declared"));
        assertThatThrownBy(
                        () -> colleagues().declare(UUID.randomUUID().toString(), staff, Relation.HOME, home("SL4 1AB")))
                .as("also where two come at once")
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("home-declared"));
        var removal = UUID.randomUUID().toString();
        colleagues().askRemoval(staff, removal, Instant.now());
        assertThatThrownBy(() -> colleagues().requireRoom(staff, Relation.HOME))
                .as("until it is confirmed that it be forgotten")
                .isInstanceOf(Refused.class);
        colleagues().forget(removal);
        colleagues().requireRoom(staff, Relation.HOME);
    }

    @Test
    void nobody_declares_so_many_that_they_could_try_people_out() {
        for (var n = 0; n < 39; n++) {
            colleagues().requireRoom(staff, Relation.FAMILY);
            colleagues().declare(UUID.randomUUID().toString(), staff, Relation.FAMILY, SELF);
        }
        assertThatThrownBy(() -> colleagues().requireRoom(staff, Relation.FAMILY))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("too-many-connections"));
    }
}

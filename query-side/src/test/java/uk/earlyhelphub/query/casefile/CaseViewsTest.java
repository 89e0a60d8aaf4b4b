package uk.earlyhelphub.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.casefile.CaseView;
import uk.earlyhelphub.api.casefile.HubMemberCaseView;
import uk.earlyhelphub.api.casefile.HubMemberCaseView.TablePerson;
import uk.earlyhelphub.api.casefile.ProviderCaseView;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.access.DisclosureScope;
import uk.earlyhelphub.model.access.DisclosureScope.Extent;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.query.fixture.Filled;
import uk.earlyhelphub.query.fixture.ProjectionFixture;

/** A full case, as each of its readers gets it. */
class CaseViewsTest {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final ReferralId ID = new ReferralId("10000000-0000-4000-8000-000000000001");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final DisclosureScope NOBODY = scope(List.of(), Set.of());

    private final Filled filled = new Filled();
    private final ReferralState state = filled.of(ReferralState.class);

    private static DisclosureScope scope(List<PersonId> people, Set<String> details) {
        return scope(people, details, true);
    }

    private static DisclosureScope scope(List<PersonId> people, Set<String> details, boolean ofTheFamily) {
        return new DisclosureScope(
                Extent.COVERED_BY_CONSENT, people, List.of(InformationCategory.values()), details, ofTheFamily);
    }

    private CaseView seen(AccessRight right, DisclosureScope scope) {
        return new CaseViews(right, scope, "any", (person, day) -> AgeBand.UNKNOWN, ProjectionFixture::words)
                .now(ID, state, DAY, List.of());
    }

    private List<String> sealed() {
        return filled.texts().stream().filter(t -> t.startsWith("sealed-")).toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessRight.class,
            names = {"TEAM", "BREAK_GLASS"})
    void the_team_and_whoever_answers_for_an_emergency_see_every_text(AccessRight right) {
        var corrected = state.household().people().getFirst().corrections().getFirst();
        var shown = JSON.writeValueAsString(seen(right, NOBODY));
        assertThat(corrected.field()).startsWith("text-");
        assertThat(sealed()).hasSizeGreaterThan(40).allMatch(shown::contains, "is shown");
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessRight.class,
            names = {"DATA_PROTECTION", "INVESTIGATION", "AUDIT"})
    void whoever_accounts_for_the_case_sees_what_happened_and_not_one_text(AccessRight right) {
        var shown = JSON.writeValueAsString(seen(right, NOBODY));
        assertThat(shown).contains("[sealed]").doesNotContain("sealed-");
        assertThat(shown)
                .contains(
                        Objects.requireNonNull(
                                        state.consents().asked().getFirst().given())
                                .wordingVersion(),
                        state.hub().discussions().getFirst().decidedBy());
    }

    @Test
    void who_is_not_covered_is_at_the_table_as_a_part_of_the_family_and_no_more() {
        var view = (HubMemberCaseView) seen(AccessRight.HUB_MEMBER, NOBODY);
        var person = state.household().people().getFirst();
        assertThat(view.people())
                .containsExactly(new TablePerson(
                        person.personId().value(), person.added().part(), null, null, null, null, null, null));
        assertThat(view.information()).isEmpty();
        assertThat(view.referral().summary()).isNull();
        assertThat(view.triages()).isEmpty();
        assertThat(JSON.writeValueAsString(view)).doesNotContain("sealed-");
    }

    /** N17: a summary told another organisation of the father who had refused and the sister whom nobody had asked. */
    @Test
    void what_was_said_of_the_family_is_for_another_organisation_only_if_everybody_in_it_is_covered() {
        var child = List.of(state.intake().child());
        var told = state.intake().arrival();
        for (var everybody : List.of(true, false)) {
            var table = (HubMemberCaseView) seen(AccessRight.HUB_MEMBER, scope(child, Set.of(), everybody));
            assertThat(table.referral().summary() != null).isEqualTo(everybody);
            assertThat(table.referral().worries() != null).isEqualTo(everybody);
            assertThat(table.triages().isEmpty()).isNotEqualTo(everybody);
            assertThat(table.hub().discussions().isEmpty()).isNotEqualTo(everybody);
            var visit = (ProviderCaseView) seen(AccessRight.PROVIDER, scope(child, Set.of(), everybody));
            assertThat(visit.summary() != null).isEqualTo(everybody);
        }
        assertThat(told.summary()).isNotNull();
    }

    /** The types for the table and for a visit hold what the policy lets their readers have, and of that nothing is lost. */
    @Test
    void what_a_scope_shows_of_a_person_is_what_the_type_of_its_reader_holds() {
        var person = state.household().people().getFirst();
        var table = componentsOf(TablePerson.class);
        var visit = componentsOf(ProviderCaseView.VisitedPerson.class);
        var atTheTable = (HubMemberCaseView) seen(AccessRight.HUB_MEMBER, scope(List.of(person.personId()), table));
        var onAVisit = (ProviderCaseView) seen(AccessRight.PROVIDER, scope(List.of(person.personId()), visit));
        assertThat(JSON.valueToTree(atTheTable.people().getFirst()).propertyNames())
                .containsExactlyInAnyOrderElementsOf(table);
        assertThat(JSON.valueToTree(onAVisit.people().getFirst()).propertyNames())
                .containsExactlyInAnyOrderElementsOf(visit);
        assertThat(JSON.valueToTree(((ProviderCaseView)
                                        seen(AccessRight.PROVIDER, scope(List.of(person.personId()), Set.of("name"))))
                                .people()
                                .getFirst())
                        .propertyNames())
                .contains("name")
                .doesNotContain("address", "phone", "email", "school");
    }

    private static Set<String> componentsOf(Class<?> type) {
        return Set.copyOf(
                Arrays.stream(type.getRecordComponents()).map(c -> c.getName()).toList());
    }

    @ParameterizedTest
    @EnumSource(value = AccessRight.class, mode = EnumSource.Mode.EXCLUDE, names = "RECIPIENT")
    void a_client_reads_each_view_back_as_the_type_that_its_reader_has(AccessRight right) {
        var view = seen(right, NOBODY);
        assertThat(view.seenAs().name()).isEqualTo(right.name());
        assertThat(JSON.readValue(JSON.writeValueAsString(view), CaseView.class))
                .isEqualTo(view);
    }
}

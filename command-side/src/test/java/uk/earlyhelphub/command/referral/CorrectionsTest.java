package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.command.referral.correct.CorrectHousehold;
import uk.earlyhelphub.command.referral.correct.CorrectReferral;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.platform.commands.Refused;

/** N7: what was wrong when a referral came can be put right, and what follows from it follows at once. */
class CorrectionsTest extends AFamily {

    private static final DataShared SHARED =
            sharing(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT, null);

    private static CorrectReferral referral(
            @Nullable String area, @Nullable String team, @Nullable List<Agency> excluded) {
        return new CorrectReferral(REFERRAL, area, team, null, excluded, sealed());
    }

    private static CorrectHousehold household(
            PersonId person, @Nullable Boolean inHousehold, @Nullable Relationship tie) {
        return new CorrectHousehold(REFERRAL, person, inHousehold, tie, sealed());
    }

    private AFamily then(ReferralCommand command) {
        when(command).forEach(event -> given((ReferralEvent) event));
        return this;
    }

    @Test
    void the_area_is_put_right_to_one_that_the_hub_knows() {
        arrived();
        assertThatThrownBy(() -> when(referral("Dedwrth", null, null))).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo("area-not-known");
            assertThat(e.getMessage()).contains("Clewer, Dedworth");
        });
        then(referral("Dedworth", null, null));
        assertThat(state().intake().arrival().area()).isEqualTo("Dedworth");
        refused("nothing-corrected", referral("Dedworth", null, null));
        refused("nothing-corrected", referral(null, null, null));
    }

    @Test
    void another_team_that_the_hub_knows_gets_the_case_unless_it_stands_on_an_agenda() {
        arrived();
        refused("team-not-known", referral(null, "windsro", null));
        assertThat(when(referral(null, "maidenhead", null))).hasSize(1);
        given(new PutOnAgenda(REFERRAL, MEETING)).refused("on-an-agenda", referral(null, "maidenhead", null));
        var moved = new CorrectionsTest();
        moved.arrived();
        moved.then(referral(null, "maidenhead", null));
        assertThatThrownBy(() -> moved.when(referral("Dedworth", null, null)))
                .as("it is another team's now")
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_agency_that_must_not_learn_of_it_after_all_is_shut_out_at_once() {
        ready();
        given(SHARED);
        var decided = when(referral(null, null, List.of(SHARED.recipient())));
        assertThat(decided)
                .hasExactlyElementsOfTypes(ReferralCorrected.class, SharingRecalled.class, PartnerAccessEnded.class);
        decided.forEach(event -> given((ReferralEvent) event));
        assertThat(state().intake().arrival().excludedAgencies()).containsExactly(SHARED.recipient());
        then(referral(null, null, List.of()));
        assertThat(state().intake().arrival().excludedAgencies()).isEmpty();
    }

    @Test
    void who_lives_there_and_who_is_a_parent_is_put_right_or_recorded_once_it_is_known() {
        arrived();
        var father = new Relationship(LEO, "stepfather", Answer.YES);
        assertThat(state().household().holdsParentalResponsibility(DAD, LEO)).isFalse();
        then(household(DAD, null, father));
        assertThat(state().household().holdsParentalResponsibility(DAD, LEO)).isTrue();
        assertThat(state().household().person(DAD).orElseThrow().relationships())
                .filteredOn(r -> r.to().equals(LEO))
                .containsExactly(father);
        var lived = state().household().person(MUM).orElseThrow().inHousehold();
        then(household(MUM, !lived, null));
        assertThat(state().household().person(MUM).orElseThrow().inHousehold()).isNotEqualTo(lived);
        refused("nothing-corrected", household(DAD, null, father));
        refused("relationship-to-oneself", household(LEO, null, new Relationship(LEO, "mother", Answer.YES)));
        refused(
                "person-not-in-referral",
                household(LEO, null, new Relationship(new PersonId(id()), "aunt", Answer.NO)));
    }

    @Test
    void parental_responsibility_is_not_taken_away_from_under_a_consent() {
        ready();
        refused("consent-rests-on-it", household(MUM, null, new Relationship(LEO, "mother", Answer.NO)));
    }
}

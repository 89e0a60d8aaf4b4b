package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.command.referral.consent.OverrideConsent;
import uk.earlyhelphub.command.referral.consent.RefuseConsent;
import uk.earlyhelphub.command.referral.discuss.PutReferralOnAgenda;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.platform.commands.Refused;

class ConsentTest extends AFamily {
    private static final LocalDate LATER = TODAY.plusMonths(6);

    private static ConsentWithdrawn withdrawal(ConsentPurpose... purposes) {
        return new ConsentWithdrawn(
                REFERRAL, CONSENT, LEO, List.of(purposes), MUM, WithdrawalChannel.PHONE, TODAY, null);
    }

    private static RefuseConsent refusal(Capacity capacity, PersonId by) {
        return AsAsked.asked(new ConsentRefused(
                REFERRAL,
                new ConsentId(id()),
                LEO,
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                by,
                capacity,
                capacity == Capacity.ASSESSED_COMPETENT ? new Competence("amy", sealed()) : null,
                TODAY,
                null));
    }

    @Test
    void a_parent_with_parental_responsibility_answers_for_a_child() {
        var given = consent(ConsentPurpose.DISCUSS_AT_HUB);
        assertThat(arrived().when(AsAsked.asked(given))).containsExactly(given);
    }

    @Test
    void somebody_whose_parental_responsibility_is_not_on_record_cannot() {
        arrived()
                .refused(
                        "parental-responsibility-required",
                        AsAsked.asked(consent(
                                CONSENT,
                                LEO,
                                DAD,
                                Capacity.PARENTAL_RESPONSIBILITY,
                                LATER,
                                ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void nobody_answers_for_an_adult_but_the_adult() {
        arrived().adult(LEO).refused("adult-answers-for-self", AsAsked.asked(consent(ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void a_child_answers_only_once_their_understanding_was_assessed() {
        arrived()
                .refused(
                        "competence-required",
                        AsAsked.asked(consent(
                                CONSENT, LEO, LEO, Capacity.ADULT_FOR_SELF, LATER, ConsentPurpose.DISCUSS_AT_HUB)));
        var assessed = consent(CONSENT, LEO, LEO, Capacity.ASSESSED_COMPETENT, LATER, ConsentPurpose.DISCUSS_AT_HUB);
        assertThat(arrivedAgain().when(AsAsked.asked(assessed))).containsExactly(assessed);
    }

    private static ConsentTest arrivedAgain() {
        var fresh = new ConsentTest();
        fresh.arrived();
        return fresh;
    }

    @Test
    void a_competent_childs_refusal_defeats_a_parents_consent() {
        var refused = (ConsentRefused)
                arrived().when(refusal(Capacity.ASSESSED_COMPETENT, LEO)).getFirst();
        given(refused).refused("child-refused", AsAsked.asked(consent(ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void consent_to_share_names_agencies_and_categories() {
        var unnamed =
                consent(CONSENT, LEO, MUM, Capacity.PARENTAL_RESPONSIBILITY, LATER, ConsentPurpose.SHARE_WITH_AGENCIES);
        var withoutAgencies = new ConsentGiven(
                REFERRAL,
                CONSENT,
                LEO,
                unnamed.purposes(),
                List.of(),
                List.of(),
                MUM,
                unnamed.capacity(),
                null,
                unnamed.method(),
                "w3",
                "n5",
                TODAY,
                LATER);
        arrived().refused("agencies-required", AsAsked.asked(withoutAgencies));
    }

    @Test
    void an_answer_belongs_to_the_person_who_was_asked_and_is_given_once() {
        var asked = new ConsentRequested(
                REFERRAL, CONSENT, DAD, List.of(ConsentPurpose.DISCUSS_AT_HUB), TODAY, TODAY.plusDays(7));
        arrived()
                .given(asked)
                .refused("consent-of-another-person", AsAsked.asked(consent(ConsentPurpose.DISCUSS_AT_HUB)));
        var other = new ConsentTest();
        other.ready().refused("already-answered", AsAsked.asked(consent(ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void consent_is_not_dated_ahead() {
        var given = consent(ConsentPurpose.DISCUSS_AT_HUB);
        var ahead = new ConsentGiven(
                REFERRAL,
                CONSENT,
                LEO,
                given.purposes(),
                List.of(),
                List.of(),
                MUM,
                given.capacity(),
                null,
                given.method(),
                "w3",
                "n5",
                TODAY.plusDays(1),
                LATER);
        arrived().refused("date-ahead", AsAsked.asked(ahead));
    }

    @Test
    void asking_moves_the_case_to_awaiting_consent() {
        var asked = new ConsentRequested(
                REFERRAL, CONSENT, LEO, List.of(ConsentPurpose.DISCUSS_AT_HUB), TODAY, TODAY.plusDays(7));
        assertThat(arrived().when(AsAsked.asked(asked))).containsExactly(asked);
        assertThat(given(asked).state().status(TODAY)).isEqualTo(ReferralStatus.AWAITING_CONSENT);
    }

    @Test
    void withdrawing_closes_every_access_that_rested_on_it_and_leaves_what_was_done() {
        var shared = sharing(
                Agency.EDUCATION_AND_SCHOOLS,
                uk.earlyhelphub.events.privacy.InformationCategory.ATTENDANCE,
                LawfulBasis.CONSENT,
                null);
        var events = ready().given(shared).when(AsAsked.asked(withdrawal(ConsentPurpose.SHARE_WITH_AGENCIES)));
        assertThat(events)
                .containsExactly(
                        withdrawal(ConsentPurpose.SHARE_WITH_AGENCIES),
                        new PartnerAccessEnded(
                                REFERRAL, shared.sharingId(), shared.recipient(), AccessEnd.CONSENT_WITHDRAWN, TODAY));
    }

    @Test
    void withdrawing_one_purpose_leaves_the_others_in_force() {
        var events = ready().when(AsAsked.asked(withdrawal(ConsentPurpose.EVALUATION)));
        given((ReferralEvent) events.getFirst());
        assertThat(state().clearedForHub(TODAY)).isTrue();
        assertThat(state().consents().inForce(LEO, ConsentPurpose.EVALUATION, TODAY))
                .isFalse();
    }

    @Test
    void withdrawing_pulls_the_case_from_a_published_agenda() {
        var events = onAgenda().when(AsAsked.asked(withdrawal(ConsentPurpose.DISCUSS_AT_HUB)));
        assertThat(events)
                .contains(
                        new TakenOffAgenda(REFERRAL, MEETING, AgendaRemoval.CONSENT_LOST, null),
                        new AgendaItemRemoved(MEETING, REFERRAL, AgendaRemoval.CONSENT_LOST, true));
    }

    @Test
    void what_was_never_given_cannot_be_withdrawn() {
        arrived().refused("consent-not-given", AsAsked.asked(withdrawal(ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void a_later_refusal_ends_an_earlier_yes() {
        ready().given((ReferralEvent) ready().when(refusal(Capacity.PARENTAL_RESPONSIBILITY, MUM))
                        .getFirst())
                .refused("consent-not-in-force", new PutReferralOnAgenda(REFERRAL, MEETING));
    }

    @Test
    void consent_counts_until_the_day_before_its_review() {
        arrived()
                .given(
                        consent(
                                CONSENT,
                                LEO,
                                MUM,
                                Capacity.PARENTAL_RESPONSIBILITY,
                                TODAY,
                                ConsentPurpose.DISCUSS_AT_HUB),
                        triaged())
                .refused("consent-not-in-force", new PutReferralOnAgenda(REFERRAL, MEETING));
    }

    @Test
    void turning_18_ends_reliance_on_a_parent() {
        var reached = new ConsentReviewReached(REFERRAL, CONSENT, LEO, ReviewCause.TURNED_18, TODAY);
        var review = AsAsked.asked(reached);
        ready().refused("not-an-adult", review);
        adult(LEO).refused("parents-consent-ended", new PutReferralOnAgenda(REFERRAL, MEETING));
        assertThat(when(review)).hasSize(1);
        given(reached);
        assertThat(state().clearedForHub(TODAY)).isFalse();
    }

    private static OverrideConsent override(
            @org.jspecify.annotations.Nullable Article9Condition condition,
            @org.jspecify.annotations.Nullable SafeguardingReason reason) {
        return new OverrideConsent(
                REFERRAL,
                new OverrideId(id()),
                List.of(LEO),
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                List.of(),
                Gateway.PUBLIC_TASK,
                "Children Act 1989 s.17",
                condition,
                reason,
                sealed(),
                TODAY.plusDays(30));
    }

    @Test
    void only_a_manager_of_the_team_goes_on_without_consent() {
        for (var other : List.of(AMY, CAROL, PAT, SYSTEM)) {
            arrived().by(other).refused("not-found", override(null, null));
        }
        var events = by(MAYA).when(override(null, null));
        assertThat(((ConsentOverridden) events.getFirst()).decidedBy()).isEqualTo("maya");
        given((ReferralEvent) events.getFirst());
        assertThat(state().clearedForHub(TODAY)).isTrue();
        assertThat(state().clearedForHub(TODAY.plusDays(31))).isFalse();
    }

    @Test
    void substantial_public_interest_needs_one_of_the_three_reasons() {
        arrived()
                .by(MAYA)
                .refused("safeguarding-reason-required", override(Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST, null));
        by(MAYA).refused("gateway-not-available", override(Article9Condition.EXPLICIT_CONSENT, null));
        assertThat(by(MAYA).when(override(
                        Article9Condition.SUBSTANTIAL_PUBLIC_INTEREST,
                        SafeguardingReason.CONSENT_WOULD_PREJUDICE_PROTECTION)))
                .hasSize(1);
    }

    @Test
    void somebody_of_another_team_finds_nothing() {
        var stranger = new uk.earlyhelphub.events.metadata.Actor(
                "tom", "Tom", uk.earlyhelphub.events.metadata.Role.CASEWORKER, "afc", "maidenhead");
        arrived().by(stranger).refused("not-found", AsAsked.asked(consent(ConsentPurpose.DISCUSS_AT_HUB)));
        assertThat(Refused.unknown().getMessage()).doesNotContain(REFERRAL.value());
    }
}

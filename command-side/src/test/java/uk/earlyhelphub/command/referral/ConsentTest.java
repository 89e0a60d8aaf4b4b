package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.command.referral.consent.AnswerObjection;
import uk.earlyhelphub.command.referral.consent.DecideConsentDispute;
import uk.earlyhelphub.command.referral.consent.OverrideConsent;
import uk.earlyhelphub.command.referral.consent.RecordObjection;
import uk.earlyhelphub.command.referral.consent.RefuseConsent;
import uk.earlyhelphub.command.referral.consent.WithdrawConsent;
import uk.earlyhelphub.command.referral.discuss.PutReferralOnAgenda;
import uk.earlyhelphub.command.referral.notice.GivePrivacyNotice;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.ids.ObjectionId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.referral.Consents;
import uk.earlyhelphub.model.referral.NeededBeforeHub;
import uk.earlyhelphub.platform.commands.Refused;

class ConsentTest extends AFamily {
    private static final LocalDate LATER = TODAY.plusMonths(6);

    private static ConsentWithdrawn withdrawal(ConsentPurpose... purposes) {
        return new ConsentWithdrawn(
                REFERRAL,
                CONSENT,
                LEO,
                List.of(purposes),
                MUM,
                WithdrawalChannel.PHONE,
                TODAY,
                null,
                Capacity.PARENTAL_RESPONSIBILITY,
                null);
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

    /** N16: a family that agrees was told what becomes of their information, in words that existed by then. */
    @Test
    void consent_names_a_version_of_the_privacy_notice_that_was_in_force_by_its_day() {
        for (var version : List.of("n3", "n6")) {
            assertThatThrownBy(() -> arrived().when(AsAsked.asked(informedBy(version, TODAY))))
                    .isInstanceOfSatisfying(Refused.class, e -> {
                        assertThat(e.code()).isEqualTo("notice-version-not-in-force");
                        assertThat(e.field()).isEqualTo("noticeVersion");
                        assertThat(e.getMessage()).endsWith("For that day one of these is accepted: n5, n4.");
                    });
        }
        arrived().refused("notice-version-not-in-force", AsAsked.asked(informedBy("n5", TODAY.minusDays(31))));
        arrived().refused("notice-version-not-in-force", new GivePrivacyNotice(REFERRAL, MUM, "n6", "by-hand", TODAY));
        assertThat(arrived().when(AsAsked.asked(informedBy("n4", TODAY))))
                .as("what the family was given may have been the earlier one")
                .hasSize(1);
        assertThat(arrived().when(new GivePrivacyNotice(REFERRAL, MUM, "n5", "by-hand", TODAY)))
                .hasSize(1);
    }

    private static ConsentGiven informedBy(String version, LocalDate day) {
        var given = consent(ConsentPurpose.DISCUSS_AT_HUB);
        return new ConsentGiven(
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
                version,
                day,
                LATER);
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
        var grown = new ConsentCoverage(state(), (person, on) -> AgeBand.ADULT);
        assertThat(grown.status(TODAY))
                .as("before any clock has run")
                .isNotIn(ReferralStatus.IN_TRIAGE, ReferralStatus.READY_FOR_HUB);
        assertThat(grown.neededBeforeHub(TODAY)).contains("Consent to discuss the child at the Hub");
        assertThat(new ConsentCoverage(state(), (person, on) -> AgeBand.UNKNOWN).status(TODAY))
                .isEqualTo(ReferralStatus.READY_FOR_HUB);
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

    private static final PersonId NAN = new PersonId(id());
    private static final PersonId FATHER = new PersonId(id());
    private static final PersonId UNBORN = new PersonId(id());

    /** Leo's mother and father hold parental responsibility; his grandmother does not; a sister is to be born. */
    private AFamily larger() {
        return arrived()
                .given(
                        person(FATHER, PartInFamily.PARENT_OR_CARER, new Relationship(LEO, "father", Answer.YES)),
                        person(NAN, PartInFamily.OTHER_ADULT, new Relationship(LEO, "grandmother", Answer.NO)),
                        person(UNBORN, PartInFamily.UNBORN_CHILD))
                .adult(FATHER)
                .adult(NAN);
    }

    private static ConsentGiven yes(PersonId by, Capacity capacity) {
        return consent(new ConsentId(id()), LEO, by, capacity, LATER, ConsentPurpose.DISCUSS_AT_HUB);
    }

    private static WithdrawConsent takenBack(ConsentGiven given, PersonId by, @Nullable Competence competence) {
        return new WithdrawConsent(
                REFERRAL,
                given.consentId(),
                LEO,
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                by,
                WithdrawalChannel.PHONE,
                TODAY,
                null,
                competence);
    }

    private AFamily then(ReferralCommand command) {
        return given(when(command).stream().map(e -> (ReferralEvent) e).toArray(ReferralEvent[]::new));
    }

    private boolean mayBeDiscussed() {
        return state().clearedForHub(TODAY);
    }

    private static Competence understands() {
        return new Competence("amy", sealed());
    }

    @Test
    void who_may_not_answer_for_a_child_does_not_take_consent_back_either() {
        var given = yes(MUM, Capacity.PARENTAL_RESPONSIBILITY);
        larger().given(given);
        refused("may-not-withdraw", takenBack(given, NAN, null));
        refused("competence-required", takenBack(given, LEO, null));
        refused("person-not-in-referral", takenBack(given, new PersonId(id()), null));
        assertThat(mayBeDiscussed()).isTrue();
    }

    @Test
    void a_parent_who_did_not_give_it_takes_it_back_for_the_child() {
        var given = yes(MUM, Capacity.PARENTAL_RESPONSIBILITY);
        larger().given(given);
        var taken = (ConsentWithdrawn) when(takenBack(given, FATHER, null)).getFirst();
        assertThat(taken.capacity()).isEqualTo(Capacity.PARENTAL_RESPONSIBILITY);
        given(taken);
        assertThat(mayBeDiscussed()).isFalse();
    }

    @Test
    void a_child_who_understands_takes_back_what_a_parent_gave_and_no_parent_brings_it_back() {
        var given = yes(MUM, Capacity.PARENTAL_RESPONSIBILITY);
        larger().given(given);
        var taken =
                (ConsentWithdrawn) when(takenBack(given, LEO, understands())).getFirst();
        assertThat(taken.capacity()).isEqualTo(Capacity.ASSESSED_COMPETENT);
        given(taken).refused("child-refused", AsAsked.asked(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY)));
        then(AsAsked.asked(yes(LEO, Capacity.ASSESSED_COMPETENT)));
        assertThat(mayBeDiscussed()).isTrue();
    }

    @Test
    void a_parents_yes_that_is_on_record_does_not_outlive_the_childs_own_no() {
        larger().given(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY));
        then(refusal(Capacity.ASSESSED_COMPETENT, LEO));
        given(yes(FATHER, Capacity.PARENTAL_RESPONSIBILITY));
        assertThat(mayBeDiscussed()).isFalse();
    }

    @Test
    void a_parents_no_does_not_undo_a_childs_own_yes() {
        var own = yes(LEO, Capacity.ASSESSED_COMPETENT);
        larger().given(own);
        then(refusal(Capacity.PARENTAL_RESPONSIBILITY, MUM));
        assertThat(mayBeDiscussed()).isTrue();
        refused("may-not-withdraw", takenBack(own, MUM, null));
    }

    @Test
    void where_parents_disagree_nothing_goes_ahead_until_a_manager_decides() {
        larger().given(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY), triaged());
        then(refusal(Capacity.PARENTAL_RESPONSIBILITY, FATHER));
        refused("consent-disputed", new PutReferralOnAgenda(REFERRAL, MEETING));
        assertThat(NeededBeforeHub.of(state(), state().clearedForHub(TODAY)))
                .anyMatch(need -> need.contains("parents do not agree"));
        // A second yes of the same parent does not outvote the other one.
        given(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY));
        assertThat(mayBeDiscussed()).isFalse();

        refused("not-found", decision(DisputeOutcome.RELY_ON_CONSENT));
        by(MAYA);
        then(decision(DisputeOutcome.RELY_ON_CONSENT));
        assertThat(mayBeDiscussed()).isTrue();
        refused("no-dispute", decision(DisputeOutcome.RELY_ON_CONSENT));
        by(AMY);
        then(refusal(Capacity.PARENTAL_RESPONSIBILITY, FATHER));
        assertThat(mayBeDiscussed()).as("a parent answered anew").isFalse();
        by(MAYA);
        then(decision(DisputeOutcome.DO_NOT_GO_AHEAD));
        assertThat(mayBeDiscussed()).isFalse();
    }

    private static DecideConsentDispute decision(DisputeOutcome outcome) {
        return new DecideConsentDispute(REFERRAL, LEO, List.of(ConsentPurpose.DISCUSS_AT_HUB), outcome, sealed());
    }

    @Test
    void parents_who_come_to_agree_need_no_decision() {
        larger().given(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY));
        then(refusal(Capacity.PARENTAL_RESPONSIBILITY, FATHER));
        given(yes(FATHER, Capacity.PARENTAL_RESPONSIBILITY));
        assertThat(mayBeDiscussed()).isTrue();
    }

    @Test
    void somebody_of_16_or_17_decides_and_a_parent_only_where_they_were_found_unable() {
        larger().aged(LEO, AgeBand.AGED_16_OR_17);
        refused("young-person-answers-for-self", AsAsked.asked(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY)));
        refused("young-person-answers-for-self", AsAsked.asked(yes(LEO, Capacity.ADULT_FOR_SELF)));
        then(AsAsked.asked(yes(LEO, Capacity.YOUNG_PERSON_FOR_SELF)));
        assertThat(mayBeDiscussed()).isTrue();

        var unable = yes(MUM, Capacity.PARENTAL_RESPONSIBILITY);
        var withAssessment = new ConsentGiven(
                REFERRAL,
                unable.consentId(),
                LEO,
                unable.purposes(),
                List.of(),
                List.of(),
                MUM,
                unable.capacity(),
                understands(),
                unable.method(),
                "w3",
                "n5",
                TODAY,
                LATER);
        assertThat(when(AsAsked.asked(withAssessment))).hasSize(1);
    }

    @Test
    void age_decides_and_not_the_part_in_the_family() {
        larger().aged(DAD, AgeBand.UNDER_16);
        var bySomebodyTooYoung =
                consent(CONSENT, DAD, DAD, Capacity.ADULT_FOR_SELF, LATER, ConsentPurpose.DISCUSS_AT_HUB);
        refused("competence-required", AsAsked.asked(bySomebodyTooYoung));
        refused(
                "not-16-or-17",
                AsAsked.asked(consent(
                        CONSENT, DAD, DAD, Capacity.YOUNG_PERSON_FOR_SELF, LATER, ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void nobody_is_their_own_parent() {
        var own = new PersonId(id());
        larger().given(person(own, PartInFamily.CHILD, new Relationship(own, "mother", Answer.YES)))
                .refused(
                        "parental-responsibility-required",
                        AsAsked.asked(consent(
                                CONSENT,
                                own,
                                own,
                                Capacity.PARENTAL_RESPONSIBILITY,
                                LATER,
                                ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void nobody_speaks_before_they_are_born() {
        larger().refused(
                        "unborn-answers-for-nobody",
                        AsAsked.asked(consent(
                                CONSENT,
                                UNBORN,
                                UNBORN,
                                Capacity.ASSESSED_COMPETENT,
                                LATER,
                                ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void a_capacity_for_oneself_is_not_for_others() {
        larger().refused("answers-for-self", AsAsked.asked(yes(MUM, Capacity.ASSESSED_COMPETENT)));
    }

    @Test
    void an_objection_ends_nothing_and_waits_for_somebody_to_look_at_it_today() {
        larger().given(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY));
        var objection = new ObjectionId(id());
        then(new RecordObjection(
                REFERRAL,
                objection,
                LEO,
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                NAN,
                WithdrawalChannel.PHONE,
                TODAY,
                null));
        assertThat(mayBeDiscussed()).isTrue();
        assertThat(NeededBeforeHub.of(state(), state().clearedForHub(TODAY)))
                .anyMatch(need -> need.contains("objects"));
        then(new AnswerObjection(REFERRAL, objection, ObjectionOutcome.NOTHING_CHANGES, sealed()));
        assertThat(NeededBeforeHub.of(state(), state().clearedForHub(TODAY)))
                .noneMatch(need -> need.contains("objects"));
        refused(
                "no-open-objection",
                new AnswerObjection(REFERRAL, objection, ObjectionOutcome.NOTHING_CHANGES, sealed()));
    }

    @Test
    void an_answer_that_names_no_request_still_answers_it() {
        larger().given(new ConsentRequested(
                REFERRAL, CONSENT, LEO, List.of(ConsentPurpose.DISCUSS_AT_HUB), TODAY, TODAY.plusDays(7)));
        given(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY));
        assertThat(state().consents().find(CONSENT).orElseThrow().standing())
                .isEqualTo(Consents.Standing.ANSWERED_ELSEWHERE);
    }

    @Test
    void an_answer_to_one_question_leaves_the_others_open() {
        larger().given(new ConsentRequested(
                REFERRAL,
                CONSENT,
                LEO,
                List.of(ConsentPurpose.DISCUSS_AT_HUB, ConsentPurpose.EVALUATION),
                TODAY,
                TODAY.plusDays(7)));
        given(yes(MUM, Capacity.PARENTAL_RESPONSIBILITY));
        var request = state().consents().find(CONSENT).orElseThrow();
        assertThat(request.standing()).isEqualTo(Consents.Standing.REQUESTED);
        assertThat(request.purposes()).containsExactly(ConsentPurpose.EVALUATION);
    }

    @Test
    void a_review_that_is_due_next_year_suspends_nothing_today() {
        ready().refused(
                        "date-ahead",
                        AsAsked.asked(new ConsentReviewReached(
                                REFERRAL, CONSENT, LEO, ReviewCause.REVIEW_DATE, TODAY.plusYears(1))));
    }

    @Test
    void a_request_that_nobody_answered_cannot_be_taken_back() {
        larger().given(new ConsentRequested(
                REFERRAL, CONSENT, LEO, List.of(ConsentPurpose.DISCUSS_AT_HUB), TODAY, TODAY.plusDays(7)));
        refused("consent-not-given", AsAsked.asked(withdrawal(ConsentPurpose.DISCUSS_AT_HUB)));
    }

    @Test
    void the_answer_that_was_given_last_counts_whichever_question_was_asked_first() {
        larger().given(
                        new ConsentRequested(
                                REFERRAL,
                                CONSENT,
                                LEO,
                                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                                TODAY,
                                TODAY.plusDays(7)),
                        yes(MUM, Capacity.PARENTAL_RESPONSIBILITY));
        given(new ConsentRefused(
                REFERRAL,
                CONSENT,
                LEO,
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                MUM,
                Capacity.PARENTAL_RESPONSIBILITY,
                null,
                TODAY,
                null));
        assertThat(mayBeDiscussed()).isFalse();
    }

    @Test
    void somebody_of_another_team_finds_nothing() {
        var stranger = new uk.earlyhelphub.events.metadata.Actor(
                "tom", "Tom", uk.earlyhelphub.events.metadata.Role.CASEWORKER, "afc", "maidenhead");
        arrived().by(stranger).refused("not-found", AsAsked.asked(consent(ConsentPurpose.DISCUSS_AT_HUB)));
        assertThat(Refused.unknown().getMessage()).doesNotContain(REFERRAL.value());
    }
}

package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.command.referral.allocate.AllocateService;
import uk.earlyhelphub.command.referral.discuss.DiscussAtHub;
import uk.earlyhelphub.command.referral.discuss.PutReferralOnAgenda;
import uk.earlyhelphub.command.referral.discuss.TakeReferralOffAgenda;
import uk.earlyhelphub.command.referral.triage.TriageReferral;
import uk.earlyhelphub.events.hubmeeting.AgendaItemAdded;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;

class HubTest extends AFamily {

    private static DiscussAtHub discuss(HubDecision decision, List<Dissent> dissent) {
        return new DiscussAtHub(
                REFERRAL,
                DISCUSSION,
                MEETING,
                List.of(new Option(HubDecision.ALLOCATE, null), new Option(HubDecision.DEFER, null)),
                decision,
                sealed(),
                dissent);
    }

    private static HubMeetingState with(boolean published, List<String> present, boolean interest) {
        var base = sitting(TODAY);
        return new HubMeetingState(
                base.scheduled(),
                base.items(),
                published,
                present,
                interest ? List.of(interest("carol")) : List.of(),
                false,
                false);
    }

    @Test
    void triage_is_due_one_working_day_after_arrival() {
        var events = arrived().when(new TriageReferral(REFERRAL, LevelOfNeed.INTENSIVE, sealed(), TODAY));
        assertThat(((ReferralTriaged) events.getFirst()).dueOn()).isEqualTo(TODAY);
    }

    @Test
    void without_consent_a_case_gets_onto_no_agenda() {
        arrived().given(triaged()).refused("consent-not-in-force", new PutReferralOnAgenda(REFERRAL, MEETING));
    }

    @Test
    void without_a_level_of_need_neither() {
        arrived()
                .given(consent(ConsentPurpose.DISCUSS_AT_HUB))
                .meeting(with(false, List.of(), false))
                .refused("not-in-this-status", new PutReferralOnAgenda(REFERRAL, MEETING));
    }

    @Test
    void an_eligible_case_goes_onto_an_open_agenda() {
        assertThat(ready().meeting(with(false, List.of(), false)).when(new PutReferralOnAgenda(REFERRAL, MEETING)))
                .containsExactly(new PutOnAgenda(REFERRAL, MEETING), new AgendaItemAdded(MEETING, REFERRAL));
    }

    @Test
    void a_published_agenda_is_frozen() {
        ready().refused("agenda-published", new PutReferralOnAgenda(REFERRAL, MEETING));
    }

    @Test
    void a_case_taken_off_goes_back_to_the_queue() {
        assertThat(onAgenda().when(new TakeReferralOffAgenda(REFERRAL, sealed())))
                .hasSize(2);
        given(new TakenOffAgenda(REFERRAL, MEETING, AgendaRemoval.ASKED, sealed()));
        assertThat(state().status(TODAY)).isEqualTo(ReferralStatus.READY_FOR_HUB);
    }

    @Test
    void the_chair_records_what_was_weighed_and_who_disagreed() {
        var dissent = List.of(new Dissent("nurse", sealed()));
        var events = onAgenda().by(CAROL).when(discuss(HubDecision.ALLOCATE, dissent));
        var discussed = (DiscussedAtHub) events.getFirst();
        assertThat(discussed.decidedBy()).isEqualTo("carol");
        assertThat(discussed.present()).containsExactly("carol", "nurse");
        assertThat(discussed.dissent()).isEqualTo(dissent);
        assertThat(events).contains(new AgendaItemRemoved(MEETING, REFERRAL, AgendaRemoval.DISCUSSED, false));
    }

    @Test
    void only_the_chair_does_and_never_the_system() {
        for (var other : List.of(AMY, MAYA, PAT, SYSTEM)) {
            onAgenda().by(other).refused("not-found", discuss(HubDecision.ALLOCATE, List.of()));
        }
    }

    @Test
    void a_case_whose_consent_lapsed_since_is_not_discussed() {
        onAgenda()
                .given(new ConsentWithdrawn(
                        REFERRAL,
                        CONSENT,
                        LEO,
                        List.of(ConsentPurpose.DISCUSS_AT_HUB),
                        MUM,
                        WithdrawalChannel.LETTER,
                        TODAY,
                        null,
                        Capacity.PARENTAL_RESPONSIBILITY,
                        null))
                .by(CAROL)
                .refused("consent-not-in-force", discuss(HubDecision.ALLOCATE, List.of()));
    }

    @Test
    void a_meeting_decides_only_while_it_sits() {
        onAgenda()
                .by(CAROL)
                .meeting(with(false, List.of("carol"), false))
                .refused("meeting-not-sitting", discuss(HubDecision.ALLOCATE, List.of()));
        by(CAROL)
                .meeting(with(true, List.of(), false))
                .refused("meeting-not-sitting", discuss(HubDecision.ALLOCATE, List.of()));
        by(CAROL)
                .meeting(sitting(TODAY.plusDays(1)))
                .refused("meeting-ahead", discuss(HubDecision.ALLOCATE, List.of()));
        by(CAROL)
                .meeting(with(true, List.of("nurse"), false))
                .refused("chair-not-present", discuss(HubDecision.ALLOCATE, List.of()));
    }

    @Test
    void a_declared_interest_bars_the_chair_from_the_case() {
        onAgenda()
                .by(CAROL)
                .meeting(with(true, List.of("carol", "nurse"), true))
                .refused("interest-declared", discuss(HubDecision.ALLOCATE, List.of()));
    }

    @Test
    void a_decision_is_one_of_the_options_and_dissent_comes_from_those_present() {
        onAgenda().by(CAROL).refused("decision-not-among-options", discuss(HubDecision.STEP_UP, List.of()));
        by(CAROL).refused("dissent-not-present", discuss(HubDecision.ALLOCATE, List.of(new Dissent("maya", sealed()))));
    }

    @Test
    void a_deferred_case_returns_to_the_queue_and_cannot_be_allocated() {
        onAgenda().given(discussed(HubDecision.DEFER));
        assertThat(state().status(TODAY)).isEqualTo(ReferralStatus.READY_FOR_HUB);
        refused(
                "no-decision-to-allocate",
                new AllocateService(REFERRAL, ALLOCATION, OFFER, List.of(LEO), TODAY.plusDays(5), null));
    }

    @Test
    void a_second_discussion_is_linked_to_the_first() {
        decided()
                .given(
                        allocated(),
                        new AllocationDeclined(REFERRAL, ALLOCATION, DeclineReason.NO_CAPACITY, sealed(), TODAY),
                        new PutOnAgenda(REFERRAL, MEETING));
        var again = new DiscussAtHub(
                REFERRAL,
                new DiscussionId(id()),
                MEETING,
                List.of(new Option(HubDecision.ALLOCATE, null)),
                HubDecision.ALLOCATE,
                sealed(),
                List.of());
        assertThat(((DiscussedAtHub) by(CAROL).when(again).getFirst()).follows())
                .isEqualTo(DISCUSSION);
        assertThat(Set.of(sitting(TODAY).items())).isNotEmpty();
    }
}

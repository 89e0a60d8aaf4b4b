package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.earlyhelphub.command.referral.allocate.AcceptAllocation;
import uk.earlyhelphub.command.referral.allocate.AllocateService;
import uk.earlyhelphub.command.referral.allocate.DeclineAllocation;
import uk.earlyhelphub.command.referral.allocate.EndService;
import uk.earlyhelphub.command.referral.allocate.StartService;
import uk.earlyhelphub.command.referral.close.CloseReferral;
import uk.earlyhelphub.command.referral.close.ReopenReferral;
import uk.earlyhelphub.command.referral.share.AcknowledgeRecall;
import uk.earlyhelphub.command.referral.share.RecallSharing;
import uk.earlyhelphub.command.referral.stepup.StepUpToSocialCare;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.events.serviceoffer.PlaceTaken;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.referral.Sharings.Sharing;

class AllocatingAndSharingTest extends AFamily {
    private static final AllocateService ALLOCATE =
            new AllocateService(REFERRAL, ALLOCATION, OFFER, List.of(LEO), TODAY.plusDays(5), null);
    private static final Actor OTHER_PROVIDER = new Actor("rosa", "Rosa", Role.PROVIDER, "bright-paths", null);

    @Test
    void allocating_takes_a_place() {
        assertThat(decided().when(ALLOCATE)).containsExactly(allocated(), new PlaceTaken(OFFER, ALLOCATION));
    }

    @Test
    void is_refused_once_consent_is_withdrawn() {
        decided()
                .given(new ConsentWithdrawn(
                        REFERRAL,
                        CONSENT,
                        LEO,
                        List.of(ConsentPurpose.ALLOCATE_SERVICE),
                        MUM,
                        WithdrawalChannel.EMAIL,
                        TODAY,
                        null,
                        Capacity.PARENTAL_RESPONSIBILITY,
                        null))
                .refused("consent-not-in-force", ALLOCATE);
    }

    @Test
    void a_parents_consent_allocates_nothing_from_the_18th_birthday_on() {
        decided().adult(LEO).refused("parents-consent-ended", ALLOCATE);
    }

    @Test
    void is_refused_without_a_decision_a_place_or_eligibility() {
        ready().refused("no-decision-to-allocate", ALLOCATE);
        given(new PutOnAgenda(REFERRAL, MEETING), discussed(HubDecision.ALLOCATE));
        offered(offer(1, Set.of(new AllocationId(id())))).refused("no-place-free", ALLOCATE);
        offered(offer(2, Set.of()));
        given(new ReferralTriaged(REFERRAL, LevelOfNeed.SPECIALIST, sealed(), TODAY, TODAY))
                .refused("not-eligible", ALLOCATE);
    }

    @Test
    void the_same_service_is_not_allocated_twice_at_once() {
        decided()
                .given(allocated())
                .refused(
                        "already-allocated",
                        new AllocateService(
                                REFERRAL, new AllocationId(id()), OFFER, List.of(LEO), TODAY.plusDays(5), null));
    }

    @Test
    void only_the_provider_it_was_allocated_to_answers() {
        decided().given(allocated());
        for (var other : List.of(AMY, CAROL, MAYA, OTHER_PROVIDER)) {
            by(other).refused("not-found", new AcceptAllocation(REFERRAL, ALLOCATION, null));
        }
        assertThat(by(PAT).when(new AcceptAllocation(REFERRAL, ALLOCATION, "W")))
                .containsExactly(new AllocationAccepted(REFERRAL, ALLOCATION, TODAY, "W"));
    }

    @Test
    void a_declined_allocation_frees_its_place_and_returns_the_case_to_the_hub() {
        var events = decided()
                .given(allocated())
                .by(PAT)
                .when(new DeclineAllocation(REFERRAL, ALLOCATION, DeclineReason.NO_CAPACITY, sealed()));
        assertThat(events).contains(new PlaceFreed(OFFER, ALLOCATION));
        given((ReferralEvent) events.getFirst());
        assertThat(state().status(TODAY)).isEqualTo(ReferralStatus.READY_FOR_HUB);
        by(AMY).refused("no-decision-to-allocate", ALLOCATE);
    }

    @Test
    void a_service_starts_after_it_was_accepted_and_ends_with_an_outcome() {
        decided()
                .given(allocated())
                .by(PAT)
                .refused("allocation-not-in-this-standing", new StartService(REFERRAL, ALLOCATION, TODAY));
        given(new AllocationAccepted(REFERRAL, ALLOCATION, TODAY, null));
        assertThat(when(new StartService(REFERRAL, ALLOCATION, TODAY))).hasSize(1);
        given(new ServiceStarted(REFERRAL, ALLOCATION, TODAY));
        assertThat(when(new EndService(REFERRAL, ALLOCATION, ServiceOutcome.NEEDS_MET, null, TODAY)))
                .contains(new PlaceFreed(OFFER, ALLOCATION));
    }

    private String shared(Agency agency, InformationCategory category, LawfulBasis basis) {
        var event = when(AsAsked.asked(sharing(agency, category, basis, null))).getFirst();
        return event instanceof SharingRefused refused ? refused.rule() : "shared";
    }

    @ParameterizedTest
    @CsvSource({
        "EDUCATION_AND_SCHOOLS, ATTENDANCE, CONSENT, shared",
        "HOUSING_SERVICES, ATTENDANCE, CONSENT, consent-not-covering-recipient",
        "EDUCATION_AND_SCHOOLS, SAFEGUARDING, CONSENT, consent-not-covering-category",
        "EDUCATION_AND_SCHOOLS, SPECIAL_CATEGORY, CONSENT, article-9-condition-required",
        "THAMES_VALLEY_POLICE, ATTENDANCE, CONSENT, family-excluded-recipient",
        "EDUCATION_AND_SCHOOLS, ATTENDANCE, PUBLIC_TASK, gateway-not-recorded"
    })
    void sharing_needs_consent_for_that_recipient_and_category_now(
            Agency agency, InformationCategory category, LawfulBasis basis, String outcome) {
        ready();
        assertThat(shared(agency, category, basis)).isEqualTo(outcome);
    }

    @Test
    void a_recipient_reads_no_longer_than_the_consent_lasts() {
        var shared = sharing(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT, null);
        var soon = TODAY.plusDays(10);
        arrived()
                .given(
                        consent(
                                CONSENT,
                                LEO,
                                MUM,
                                Capacity.PARENTAL_RESPONSIBILITY,
                                soon,
                                ConsentPurpose.SHARE_WITH_AGENCIES),
                        shared);
        var sharing = state().sharings().find(shared.sharingId()).orElseThrow();
        assertThat(sharing.open(soon)).isTrue();
        assertThat(mayStillRead(sharing, soon.minusDays(1))).isTrue();
        assertThat(mayStillRead(sharing, soon)).isFalse();
    }

    @Test
    void a_sharing_names_the_consents_it_rests_on() {
        ready();
        var event = when(AsAsked.asked(sharing(
                        Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT, null)))
                .getFirst();
        assertThat(((DataShared) event).consents()).containsExactly(CONSENT);
    }

    @Test
    void sharing_on_a_parents_consent_ends_with_the_18th_birthday() {
        ready().adult(LEO);
        assertThat(shared(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT))
                .isEqualTo("parents-consent-ended");
    }

    @Test
    void sharing_after_a_withdrawal_is_refused_on_record() {
        ready().given(new ConsentWithdrawn(
                REFERRAL,
                CONSENT,
                LEO,
                List.of(ConsentPurpose.SHARE_WITH_AGENCIES),
                MUM,
                WithdrawalChannel.PHONE,
                TODAY,
                null,
                Capacity.PARENTAL_RESPONSIBILITY,
                null));
        assertThat(shared(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT))
                .isEqualTo("consent-not-in-force");
    }

    @Test
    void a_recorded_gateway_covers_the_agencies_it_names_and_no_others() {
        var override = new ConsentOverridden(
                REFERRAL,
                new OverrideId(id()),
                List.of(LEO),
                List.of(ConsentPurpose.SHARE_WITH_AGENCIES),
                List.of(Agency.HOUSING_SERVICES),
                Gateway.LEGAL_OBLIGATION,
                "Act",
                null,
                null,
                sealed(),
                "maya",
                TODAY,
                TODAY.plusDays(10));
        arrived().given(override);
        assertThat(when(AsAsked.asked(sharing(
                                Agency.HOUSING_SERVICES,
                                InformationCategory.ATTENDANCE,
                                LawfulBasis.LEGAL_OBLIGATION,
                                override.overrideId())))
                        .getFirst())
                .isInstanceOf(DataShared.class);
        assertThat(((SharingRefused) when(AsAsked.asked(sharing(
                                        Agency.CAMHS,
                                        InformationCategory.ATTENDANCE,
                                        LawfulBasis.LEGAL_OBLIGATION,
                                        override.overrideId())))
                                .getFirst())
                        .rule())
                .isEqualTo("gateway-not-covering-recipient");
    }

    @Test
    void a_recall_ends_access_at_once_and_waits_for_the_recipients_answer() {
        var shared = sharing(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT, null);
        var events = ready().given(shared)
                .when(new RecallSharing(REFERRAL, shared.sharingId(), RecallCause.SHARED_IN_ERROR, null));
        assertThat(events).hasSize(2);
        events.forEach(e -> given((ReferralEvent) e));
        refused("already-recalled", new RecallSharing(REFERRAL, shared.sharingId(), RecallCause.SHARED_IN_ERROR, null));
        var answer = new AcknowledgeRecall(REFERRAL, shared.sharingId(), RecallAnswer.DESTROYED);
        by(new Actor("c", "C", Role.PARTNER_AGENCY, "CAMHS", null)).refused("not-found", answer);
        assertThat(by(new Actor("h", "H", Role.PARTNER_AGENCY, "EDUCATION_AND_SCHOOLS", null))
                        .when(answer))
                .hasSize(1);
    }

    @Test
    void closing_ends_open_access_and_is_refused_while_a_service_is_under_way() {
        var shared = sharing(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT, null);
        assertThat(ready().given(shared).when(new CloseReferral(REFERRAL, ClosureReason.FAMILY_MOVED, null)))
                .anyMatch(e -> e instanceof PartnerAccessEnded);
        given(new PutOnAgenda(REFERRAL, MEETING), discussed(HubDecision.ALLOCATE), allocated())
                .refused("not-in-this-status", new CloseReferral(REFERRAL, ClosureReason.FAMILY_MOVED, null));
    }

    @Test
    void a_reopened_case_goes_to_the_hub_again() {
        decided().given(new ReferralClosed(REFERRAL, ClosureReason.SIGNPOSTED, null, TODAY));
        assertThat(when(new ReopenReferral(REFERRAL, sealed()))).hasSize(1);
        given(new ReferralReopened(REFERRAL, sealed(), TODAY));
        assertThat(state().status(TODAY)).isEqualTo(ReferralStatus.READY_FOR_HUB);
    }

    @Test
    void stepping_up_needs_no_consent_and_takes_the_case_off_its_agenda() {
        assertThat(arrived().when(new StepUpToSocialCare(REFERRAL, new HandoverId(id()), sealed())))
                .hasSize(1);
        given(consent(ConsentPurpose.values()), triaged(), new PutOnAgenda(REFERRAL, MEETING));
        assertThat(when(new StepUpToSocialCare(REFERRAL, new HandoverId(id()), sealed())))
                .hasSize(3);
    }

    private boolean mayStillRead(Sharing sharing, LocalDate day) {
        return sharing.open(day)
                && new ConsentCoverage(state(), (person, on) -> AgeBand.UNKNOWN).stillCovers(sharing.data(), day);
    }
}

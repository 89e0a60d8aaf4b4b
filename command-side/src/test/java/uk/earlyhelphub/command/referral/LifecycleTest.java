package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.model.referral.ReferralLifecycle;

class LifecycleTest extends AFamily {

    @Test
    void every_event_has_its_row_in_the_table() {
        assertThat(EventTypes.all().filter(type -> type.stream().equals("Referral")))
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        type -> ReferralLifecycle.statusesFor(type.javaType().asSubclass(ReferralEvent.class)));
    }

    @Test
    void every_status_is_reached() {
        var reached = EnumSet.noneOf(ReferralStatus.class);
        arrived();
        reached.add(state().status(TODAY));
        for (ReferralEvent event : Arrays.<ReferralEvent>asList(
                new ReferralReturnedForInformation(REFERRAL, java.util.List.of("gp"), null, TODAY, TODAY.plusDays(1)),
                new InformationSupplied(REFERRAL, java.util.List.of("gp"), null, TODAY),
                new ConsentRequested(
                        REFERRAL, CONSENT, LEO, java.util.List.of(ConsentPurpose.DISCUSS_AT_HUB), TODAY, TODAY),
                consent(ConsentPurpose.values()),
                triaged(),
                new PutOnAgenda(REFERRAL, MEETING),
                discussed(HubDecision.ALLOCATE),
                allocated(),
                new AllocationAccepted(REFERRAL, ALLOCATION, TODAY, null),
                new ServiceStarted(REFERRAL, ALLOCATION, TODAY),
                new ServiceEnded(REFERRAL, ALLOCATION, ServiceOutcome.STEPPED_UP, null, TODAY),
                new SteppedUpToSocialCare(REFERRAL, new HandoverId(id()), false, sealed(), TODAY),
                new ReferralClosed(REFERRAL, ClosureReason.STEPPED_UP, null, TODAY))) {
            assertThat(legal(event.getClass(), state().status(TODAY)))
                    .as(event.toString())
                    .isTrue();
            given(event);
            reached.add(state().status(TODAY));
        }
        assertThat(reached).containsExactlyInAnyOrder(ReferralStatus.values());
    }

    @Test
    void an_allocation_can_be_laid_down_once_social_care_has_the_family() {
        assertThat(legal(AllocationDeclined.class, ReferralStatus.STEPPED_UP)).isTrue();
        assertThat(legal(ServiceEnded.class, ReferralStatus.STEPPED_UP)).isTrue();
        assertThat(legal(AllocationAccepted.class, ReferralStatus.STEPPED_UP)).isFalse();
    }

    @Test
    void time_with_the_referrer_can_be_told_apart() {
        arrived()
                .given(
                        new ReferralReturnedForInformation(
                                REFERRAL, java.util.List.of("gp"), null, TODAY.minusDays(2), TODAY),
                        new InformationSupplied(REFERRAL, java.util.List.of("gp"), null, TODAY));
        assertThat(state().intake().daysWithReferrer(TODAY)).isEqualTo(2);
    }
}

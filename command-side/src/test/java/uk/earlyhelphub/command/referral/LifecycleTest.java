package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.command.referral.clarify.SupplyInformation;
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
                new ReferralReturnedForInformation(REFERRAL, List.of("gp"), null, TODAY, TODAY.plusDays(1)),
                new InformationSupplied(REFERRAL, List.of("gp"), null, TODAY, true),
                new ConsentRequested(REFERRAL, CONSENT, LEO, List.of(ConsentPurpose.DISCUSS_AT_HUB), TODAY, TODAY),
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

    private static SupplyInformation supplies(boolean nothingMore, String... what) {
        return new SupplyInformation(REFERRAL, List.of(what), null, TODAY, nothingMore);
    }

    /** N15: a question is closed when it is answered, and not when another one is. */
    @Test
    void a_part_of_an_answer_leaves_the_rest_asked_for_and_due() {
        var due = TODAY.plusDays(5);
        arrived()
                .given(new ReferralReturnedForInformation(
                        REFERRAL, List.of("gp", "school", "address"), null, TODAY.minusDays(2), due));
        for (var part : List.of("school", "gp")) {
            var answer = (InformationSupplied) when(supplies(false, part)).getFirst();
            assertThat(answer.complete()).as(part).isFalse();
            given(answer);
            assertThat(state().status(TODAY)).isEqualTo(ReferralStatus.RETURNED_FOR_INFORMATION);
            assertThat(state().intake().neededBy()).isEqualTo(due);
        }
        assertThat(state().intake().missing()).containsExactly("address");
        assertThat(state().intake().daysWithReferrer(TODAY.plusDays(1))).isEqualTo(3);
        refused("not-asked-for", supplies(false, "gp"));
        var last = (InformationSupplied) when(supplies(false, "address")).getFirst();
        assertThat(last.complete()).isTrue();
        assertThat(given(last).state().status(TODAY)).isNotEqualTo(ReferralStatus.RETURNED_FOR_INFORMATION);
        assertThat(state().intake().clarifications().getFirst().answers()).hasSize(3);
    }

    @Test
    void a_referrer_who_has_no_more_to_give_closes_the_request_and_what_is_missing_stays_visible() {
        arrived()
                .given(new ReferralReturnedForInformation(
                        REFERRAL, List.of("gp", "school"), null, TODAY, TODAY.plusDays(5)));
        given((InformationSupplied) when(supplies(true, "gp")).getFirst());
        assertThat(state().status(TODAY)).isNotEqualTo(ReferralStatus.RETURNED_FOR_INFORMATION);
        assertThat(state().intake().missing()).isEmpty();
        assertThat(state().intake().clarifications().getFirst().unanswered()).containsExactly("school");
    }

    @Test
    void time_with_the_referrer_can_be_told_apart() {
        arrived()
                .given(
                        new ReferralReturnedForInformation(REFERRAL, List.of("gp"), null, TODAY.minusDays(2), TODAY),
                        new InformationSupplied(REFERRAL, List.of("gp"), null, TODAY, true));
        assertThat(state().intake().daysWithReferrer(TODAY)).isEqualTo(2);
    }
}

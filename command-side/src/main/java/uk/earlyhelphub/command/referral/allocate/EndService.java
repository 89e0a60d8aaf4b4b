package uk.earlyhelphub.command.referral.allocate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ServiceEnded;
import uk.earlyhelphub.events.referral.ServiceOutcome;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.model.referral.Allocations.Standing;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.AlsoWhenShutOut;
import uk.earlyhelphub.platform.commands.Decision;

/** The service ends, with an outcome. */
public record EndService(
        ReferralId referralId,
        AllocationId allocationId,
        ServiceOutcome outcome,
        @Nullable ProtectedText summary,
        LocalDate endedOn)
        implements ProviderCommand, AlsoWhenShutOut {
    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return ProviderCommand.super.mayBeSentBy(actor, state)
                || (CASE_TEAM.contains(actor.role())
                        && ReferralCommand.worksFor(actor, state)
                        && state.allocations().find(allocationId).isPresent());
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(endedOn, "endedOn");
        var allocation = requireStanding(now, Standing.OFFERED, Standing.ACCEPTED, Standing.IN_DELIVERY);
        return Decision.of(
                new ServiceEnded(referralId, allocationId, outcome, summary, endedOn),
                new PlaceFreed(allocation.allocated().offerId(), allocationId));
    }
}

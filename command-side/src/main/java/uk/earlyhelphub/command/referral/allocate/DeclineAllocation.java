package uk.earlyhelphub.command.referral.allocate;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AllocationDeclined;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.serviceoffer.PlaceFreed;
import uk.earlyhelphub.model.referral.Allocations.Standing;
import uk.earlyhelphub.platform.commands.AlsoWhenShutOut;
import uk.earlyhelphub.platform.commands.Decision;

/** The provider cannot take the allocation up, and says why; the case goes back to the Hub. */
public record DeclineAllocation(
        ReferralId referralId, AllocationId allocationId, DeclineReason reasonCode, ProtectedText reason)
        implements ProviderCommand, AlsoWhenShutOut {
    @Override
    public Decision decide(DecisionContext now) {
        var allocation = requireStanding(now, Standing.OFFERED, Standing.ACCEPTED);
        return Decision.of(
                new AllocationDeclined(referralId, allocationId, reasonCode, reason, now.today()),
                new PlaceFreed(allocation.allocated().offerId(), allocationId));
    }
}

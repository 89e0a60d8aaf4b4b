package uk.earlyhelphub.command.referral.allocate;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.AllocationAccepted;
import uk.earlyhelphub.model.referral.Allocations.Standing;
import uk.earlyhelphub.platform.commands.Decision;

/** The provider takes the allocation up. */
public record AcceptAllocation(
        ReferralId referralId,
        AllocationId allocationId,
        @Nullable String worker) implements ProviderCommand {
    @Override
    public Decision decide(DecisionContext now) {
        requireStanding(now, Standing.OFFERED);
        return Decision.of(new AllocationAccepted(referralId, allocationId, now.today(), worker));
    }
}

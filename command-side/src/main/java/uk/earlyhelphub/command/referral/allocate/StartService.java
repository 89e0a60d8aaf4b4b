package uk.earlyhelphub.command.referral.allocate;

import java.time.LocalDate;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ServiceStarted;
import uk.earlyhelphub.model.referral.Allocations.Standing;
import uk.earlyhelphub.platform.commands.Decision;

/** The family and the service met for the first time. */
public record StartService(ReferralId referralId, AllocationId allocationId, LocalDate startedOn)
        implements ProviderCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(startedOn, "startedOn");
        requireStanding(now, Standing.ACCEPTED);
        return Decision.of(new ServiceStarted(referralId, allocationId, startedOn));
    }
}

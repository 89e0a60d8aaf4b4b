package uk.earlyhelphub.command.referral.allocate;

import java.util.Set;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessDecision;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.ReaderFacts;
import uk.earlyhelphub.model.referral.Allocations.Allocation;
import uk.earlyhelphub.model.referral.Allocations.Standing;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Refused;

/** Something only the provider of an allocation may do. */
interface ProviderCommand extends ReferralCommand {
    AllocationId allocationId();

    @Override
    default boolean mayBeSentBy(Actor actor, ReferralState state) {
        return actor.role() == Role.PROVIDER
                && state.allocations()
                        .find(allocationId())
                        .filter(a -> a.allocated().provider().equals(actor.organisation()))
                        .isPresent();
    }

    @Override
    default AccessDecision sees(ReaderFacts sender, CaseFacts facts) {
        return sender.actor().role() == Role.PROVIDER
                ? AccessPolicy.decideAllocation(sender, facts, allocationId())
                : AccessPolicy.decide(sender, facts);
    }

    default Allocation requireStanding(DecisionContext now, Standing... allowed) {
        var allocation = now.state().allocations().find(allocationId()).orElseThrow(Refused::unknown);
        if (!Set.of(allowed).contains(allocation.standing())) {
            throw Refused.by(
                    AllocationRule.ALLOCATION_NOT_IN_THIS_STANDING,
                    "This cannot be done while the allocation is "
                            + allocation
                                    .standing()
                                    .name()
                                    .toLowerCase(java.util.Locale.UK)
                                    .replace('_', ' ') + ".");
        }
        return allocation;
    }
}

package uk.earlyhelphub.command.referral;

import java.util.Set;
import uk.earlyhelphub.command.sending.AboutACase;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessDecision;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.ReaderFacts;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.StreamCommand;

/** What somebody wants done to a referral. Personal data in it is sealed already. */
public interface ReferralCommand extends StreamCommand<ReferralState, DecisionContext>, AboutACase {
    Set<Role> CASE_TEAM = Set.of(Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR);

    @Override
    ReferralId referralId();

    @Override
    default String routingKey() {
        return referralId().value();
    }

    @Override
    default boolean mayBeSentBy(Actor actor, ReferralState state) {
        return CASE_TEAM.contains(actor.role()) && worksFor(actor, state);
    }

    /** What the sender may see of the case; who acts is decided by the same rule as who reads. */
    default AccessDecision sees(ReaderFacts sender, CaseFacts facts) {
        return AccessPolicy.decide(sender, facts);
    }

    /** Whether the actor belongs to the team that works the case. */
    static boolean worksFor(Actor actor, ReferralState state) {
        return actor.team() != null
                && actor.team().equals(state.intake().arrival().team());
    }
}

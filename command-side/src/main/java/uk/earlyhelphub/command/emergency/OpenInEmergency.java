package uk.earlyhelphub.command.emergency;

import java.util.Set;
import uk.earlyhelphub.command.denial.Denials;
import uk.earlyhelphub.command.sending.AboutACase;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.BreakGlassRefused;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.model.emergency.Emergencies.Obstacle;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Open one case for a while although nothing ties the sender to it. What stands in the way of it is put on record, before it is
 * known whether there is such a case: the answer must not tell.
 *
 * @param accessId what the opening is called
 * @param minutes for how long
 */
public record OpenInEmergency(
        String stream, AccessId accessId, ReferralId referralId, ProtectedText reason, int minutes)
        implements EmergencyCommand, AboutACase {
    private static final Set<Role> MAY =
            Set.of(Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR, Role.DATA_PROTECTION_OFFICER, Role.INVESTIGATOR);

    @Override
    public Begins begins() {
        return Begins.EITHER;
    }

    @Override
    public boolean mayBeSentBy(Actor actor, Emergencies state) {
        return MAY.contains(actor.role());
    }

    @Override
    public Decision decide(EmergencyContext now) {
        var obstacle = now.state().obstacle(referralId, now.at());
        if (obstacle.isPresent()) {
            return Decision.of(new BreakGlassRefused(
                    accessId, referralId, rule(obstacle.get()).code()));
        }
        var found = now.cases().apply(referralId).orElseThrow(() -> Denials.unknown(RefusedBecause.NO_SUCH_RECORD));
        if (found.hasInterest()) {
            throw Denials.unknown(RefusedBecause.INTEREST_DECLARED);
        }
        if (found.inEmergency() instanceof Denied denied) {
            throw Denials.refused(denied);
        }
        if (found.readsAlready()) {
            throw Refused.by(EmergencyRule.TIE_EXISTS, "You can open this case already; nothing needs to be broken.");
        }
        return Decision.of(new BreakGlassUsed(accessId, referralId, reason, minutes));
    }

    private static EmergencyRule rule(Obstacle obstacle) {
        return switch (obstacle) {
            case ANOTHER_IS_OPEN -> EmergencyRule.ONE_EMERGENCY_AT_A_TIME;
            case OPEN_ALREADY -> EmergencyRule.EMERGENCY_IS_OPEN;
            case NEEDS_REVIEW -> EmergencyRule.EMERGENCY_NEEDS_REVIEW;
        };
    }
}

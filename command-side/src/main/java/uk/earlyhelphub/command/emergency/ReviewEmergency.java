package uk.earlyhelphub.command.emergency;

import uk.earlyhelphub.command.denial.Denials;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.ReaderAtCase;
import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Judge an emergency opening; the Data Protection Officer does, once, and never of their own. */
public record ReviewEmergency(String stream, AccessId accessId, BreakGlassOutcome outcome, ProtectedText note)
        implements EmergencyCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, Emergencies state) {
        return actor.role() == Role.DATA_PROTECTION_OFFICER;
    }

    @Override
    public Decision decide(EmergencyContext now) {
        var opening = now.state().find(accessId).orElseThrow(Refused::unknown);
        if (opening.by().equals(now.actor().id())) {
            throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must review what you did.");
        }
        if (now.cases().apply(opening.referral()).filter(ReaderAtCase::isShut).isPresent()) {
            throw Denials.unknown(RefusedBecause.NO_TIE);
        }
        if (opening.reviewed()) {
            throw Refused.by(CommonRule.ALREADY_REVIEWED, "This was reviewed already.");
        }
        return Decision.of(new BreakGlassReviewed(accessId, opening.referral(), outcome, note));
    }
}

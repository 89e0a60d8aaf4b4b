package uk.earlyhelphub.command.conflict;

import java.util.Set;
import uk.earlyhelphub.command.denial.Denials;
import uk.earlyhelphub.command.sending.AboutACase;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.AccessDecision.Granted;
import uk.earlyhelphub.model.access.AccessDenial;
import uk.earlyhelphub.model.conflict.ConflictState;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Say why one opens a record although somebody in it seems to be close. With a reason the case opens for the rest of the day, unless
 * it is one's own or one's family's.
 */
public record GiveConflictReason(AccessId accessId, ReferralId referralId, ProtectedText reason)
        implements ConflictCommand, AboutACase {
    private static final Set<Role> NEVER = Set.of(Role.FAMILY, Role.ADMINISTRATOR, Role.SYSTEM);

    @Override
    public Begins begins() {
        return Begins.YES;
    }

    @Override
    public boolean mayBeSentBy(Actor actor, ConflictState state) {
        return !NEVER.contains(actor.role());
    }

    @Override
    public Decision decide(ConflictContext now) {
        var found = now.cases().apply(referralId).orElseThrow(() -> Denials.unknown(RefusedBecause.NO_SUCH_RECORD));
        return switch (found.decision()) {
            case Granted _ ->
                throw Refused.by(
                        ConflictRule.NO_CONFLICT, "Nothing stands between you and this case; open it as always.");
            case Denied denied
            when denied.denial() == AccessDenial.REASON_NEEDED ->
                Decision.of(new ConflictReasonGiven(accessId, referralId, denied.kinds(), reason));
            case Denied denied -> throw Denials.refused(denied);
        };
    }
}

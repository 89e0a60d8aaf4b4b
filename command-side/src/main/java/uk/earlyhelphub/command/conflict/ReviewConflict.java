package uk.earlyhelphub.command.conflict;

import java.util.Optional;
import uk.earlyhelphub.command.denial.Denials;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;
import uk.earlyhelphub.events.recordaccess.ConflictReviewed;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.ReaderAtCase;
import uk.earlyhelphub.model.conflict.ConflictState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Judge that somebody came upon the record of a person close to them; the Data Protection Officer does, once, never for themselves. */
public record ReviewConflict(AccessId accessId, ConflictOutcome outcome) implements ConflictCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, ConflictState state) {
        return actor.role() == Role.DATA_PROTECTION_OFFICER;
    }

    @Override
    public Decision decide(ConflictContext now) {
        if (now.state().by().equals(now.actor().id())) {
            throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must review what you did.");
        }
        if (Optional.ofNullable(now.state().referral())
                .flatMap(now.cases())
                .filter(ReaderAtCase::isShut)
                .isPresent()) {
            throw Denials.unknown(RefusedBecause.NO_TIE);
        }
        return Decision.of(new ConflictReviewed(accessId, now.state().referral(), outcome));
    }
}

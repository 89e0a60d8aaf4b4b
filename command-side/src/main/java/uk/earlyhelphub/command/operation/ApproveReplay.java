package uk.earlyhelphub.command.operation;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.model.operation.ReplayState;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Agree, as a second person, that a replay begins. */
public record ApproveReplay(OperationId operationId) implements ReplayCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, ReplayState state) {
        return SECOND.contains(actor.role());
    }

    @Override
    public Decision decide(ReplayContext now) {
        if (now.state().requestedBy().equals(now.actor().id())) {
            throw Refused.by(ReplayRule.SECOND_PERSON, "You asked for this replay; somebody else must agree to it.");
        }
        return Decision.of(new ReplayApproved(operationId, now.projection()));
    }
}

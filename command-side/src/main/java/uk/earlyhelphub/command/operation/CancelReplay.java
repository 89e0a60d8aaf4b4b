package uk.earlyhelphub.command.operation;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayCancelled;
import uk.earlyhelphub.platform.commands.Decision;

/** Call a replay off, unless what it made takes the place of what is shown already. */
public record CancelReplay(OperationId operationId) implements ReplayCommand {
    @Override
    public Decision decide(ReplayContext now) {
        return Decision.of(new ReplayCancelled(operationId, now.projection()));
    }
}

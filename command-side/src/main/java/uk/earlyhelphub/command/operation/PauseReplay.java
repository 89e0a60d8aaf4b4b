package uk.earlyhelphub.command.operation;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayPaused;
import uk.earlyhelphub.platform.commands.Decision;

/** Have a replay wait; what it has read so far is kept. */
public record PauseReplay(OperationId operationId) implements ReplayCommand {
    @Override
    public Decision decide(ReplayContext now) {
        return Decision.of(new ReplayPaused(operationId, now.projection()));
    }
}

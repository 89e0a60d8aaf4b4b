package uk.earlyhelphub.command.operation;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayResumed;
import uk.earlyhelphub.platform.commands.Decision;

/** Let a replay that waits go on. */
public record ResumeReplay(OperationId operationId) implements ReplayCommand {
    @Override
    public Decision decide(ReplayContext now) {
        return Decision.of(new ReplayResumed(operationId, now.projection()));
    }
}

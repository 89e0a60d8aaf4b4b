package uk.earlyhelphub.command.operation;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.DeadLettersRetryAsked;
import uk.earlyhelphub.platform.commands.Decision;

/** Have what a read model could not take tried again, one attempt at a time. */
public record RetryDeadLetters(OperationId operationId, String projection, String about) implements DeadLetterCommand {
    @Override
    public Decision decide(DeadLetterContext now) {
        return Decision.of(
                new DeadLettersRetryAsked(operationId, projection, about, now.requireHeld(projection, about)));
    }
}

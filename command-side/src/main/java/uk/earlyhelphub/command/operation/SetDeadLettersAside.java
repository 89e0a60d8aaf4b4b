package uk.earlyhelphub.command.operation;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.DeadLettersSetAside;
import uk.earlyhelphub.platform.commands.Decision;

/**
 * Have no alarm raised any more over what a read model could not take; it can still be tried again.
 *
 * @param reference a number under which the reason can be found, such as a ticket's
 */
public record SetDeadLettersAside(OperationId operationId, String projection, String about, String reference)
        implements DeadLetterCommand {
    @Override
    public Decision decide(DeadLetterContext now) {
        now.requireHeld(projection, about);
        return Decision.of(new DeadLettersSetAside(operationId, projection, about, reference));
    }
}

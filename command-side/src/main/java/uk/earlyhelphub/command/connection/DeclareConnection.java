package uk.earlyhelphub.command.connection;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ConnectionDeclared;
import uk.earlyhelphub.platform.commands.Decision;

/**
 * Declare that one is close to somebody. Who that is stays in the vault, as keyed tokens.
 *
 * @param relation SELF, FAMILY or HOME
 */
public record DeclareConnection(OperationId operationId, String relation) implements ConnectionCommand {
    @Override
    public Begins begins() {
        return Begins.YES;
    }

    @Override
    public Decision decide(ConnectionContext now) {
        return Decision.of(new ConnectionDeclared(operationId, now.actor().id(), relation));
    }
}

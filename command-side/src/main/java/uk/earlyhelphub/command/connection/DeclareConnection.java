package uk.earlyhelphub.command.connection;

import java.util.Set;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ConnectionDeclared;
import uk.earlyhelphub.platform.commands.AtOneAddress;
import uk.earlyhelphub.platform.commands.Decision;

/**
 * Declare that one is close to somebody. Who that is stays in the vault, as keyed tokens.
 *
 * @param relation SELF, FAMILY or HOME
 */
public record DeclareConnection(OperationId operationId, String relation) implements ConnectionCommand, AtOneAddress {
    @Override
    public Set<Role> roles() {
        return STAFF;
    }

    @Override
    public Begins begins() {
        return Begins.YES;
    }

    @Override
    public Decision decide(ConnectionContext now) {
        now.before().requireRoom(now.actor().id(), relation);
        return Decision.of(new ConnectionDeclared(operationId, now.actor().id(), relation));
    }
}

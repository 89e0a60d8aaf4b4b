package uk.earlyhelphub.command.connection;

import java.util.Set;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ConnectionsRemovalAsked;
import uk.earlyhelphub.platform.commands.AtOneAddress;
import uk.earlyhelphub.platform.commands.Decision;

/**
 * Ask that all that one declared be forgotten. It keeps counting until the Data Protection Officer confirms it: nobody opens a record
 * to themselves by taking back what shuts it. Where nothing counts there is nothing to ask for.
 */
public record AskConnectionsRemoval(OperationId operationId) implements ConnectionCommand, AtOneAddress {
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
        var staff = now.actor().id();
        var counting = now.before().countingConnections(staff);
        return counting == 0
                ? Decision.of()
                : Decision.of(new ConnectionsRemovalAsked(operationId, staff, Math.toIntExact(counting)));
    }
}

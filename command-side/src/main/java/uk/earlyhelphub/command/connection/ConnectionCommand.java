package uk.earlyhelphub.command.connection;

import java.util.Set;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.connection.ConnectionState;
import uk.earlyhelphub.platform.commands.StreamCommand;

/** What somebody wants done about what they, or somebody else, declared about those close to them. */
public sealed interface ConnectionCommand extends StreamCommand<ConnectionState, ConnectionContext>
        permits AskConnectionsRemoval, ConfirmConnectionsRemoval, DeclareConnection {
    /** Those who come upon records of families. */
    Set<Role> STAFF = Set.of(
            Role.CASEWORKER,
            Role.HUB_CHAIR,
            Role.MANAGER,
            Role.AUDITOR,
            Role.PROVIDER,
            Role.PARTNER_AGENCY,
            Role.INVESTIGATOR,
            Role.DATA_PROTECTION_OFFICER);

    /** What the declaration, or the removal, is called. */
    OperationId operationId();

    @Override
    default String routingKey() {
        return operationId().value();
    }

    @Override
    default boolean mayBeSentBy(Actor actor, ConnectionState state) {
        return STAFF.contains(actor.role());
    }
}

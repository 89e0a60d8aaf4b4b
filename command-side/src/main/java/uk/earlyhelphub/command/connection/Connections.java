package uk.earlyhelphub.command.connection;

import java.util.List;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ConnectionEvent;
import uk.earlyhelphub.model.connection.ConnectionState;
import uk.earlyhelphub.platform.commands.Fold;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;

/** The stream of one declaration, or of the removal of somebody's declarations. */
public final class Connections {
    private Connections() {}

    /**
     * Its fold, its table and its commands.
     *
     * @param declared what people declared before
     */
    public static StreamDefinition<ConnectionEvent, ConnectionState, ConnectionContext> stream(
            DeclaredBefore declared) {
        return new StreamDefinition<>(
                "Operation",
                ConnectionEvent.class,
                event -> event.operationId().value(),
                ConnectionState.NONE,
                Fold.ofEvents(ConnectionState::after),
                (actor, state) -> actor.role() == Role.DATA_PROTECTION_OFFICER,
                (before, event, today) -> require(before, event),
                Guard.none(),
                context -> new ConnectionContext(context.state(), context.actor(), declared),
                List.of(DeclareConnection.class, AskConnectionsRemoval.class, ConfirmConnectionsRemoval.class));
    }

    private static void require(ConnectionState before, ConnectionEvent event) {
        if (!ConnectionState.allows(event, before.standing())) {
            throw Refused.by(ConnectionRule.ALREADY_CONFIRMED, "This removal was confirmed already.");
        }
    }
}

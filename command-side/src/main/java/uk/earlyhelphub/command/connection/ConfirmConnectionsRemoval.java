package uk.earlyhelphub.command.connection;

import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ConnectionsRemoved;
import uk.earlyhelphub.model.connection.ConnectionState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Confirm that somebody's connections be forgotten; the Data Protection Officer does, and never their own. */
public record ConfirmConnectionsRemoval(OperationId operationId) implements ConnectionCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, ConnectionState state) {
        return actor.role() == Role.DATA_PROTECTION_OFFICER;
    }

    @Override
    public Decision decide(ConnectionContext now) {
        var state = now.state();
        switch (state.standing()) {
            case NONE, DECLARED -> throw Refused.unknown();
            case REMOVED -> throw Refused.by(ConnectionRule.ALREADY_CONFIRMED, "This removal was confirmed already.");
            case REMOVAL_ASKED -> {
                if (state.staff().equals(now.actor().id())) {
                    throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must confirm what you asked for.");
                }
            }
        }
        return Decision.of(new ConnectionsRemoved(operationId, state.staff(), state.declared()));
    }
}

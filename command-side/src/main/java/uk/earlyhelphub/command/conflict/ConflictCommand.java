package uk.earlyhelphub.command.conflict;

import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.model.conflict.ConflictState;
import uk.earlyhelphub.platform.commands.StreamCommand;

/** What somebody wants done about a record of somebody close. */
public sealed interface ConflictCommand extends StreamCommand<ConflictState, ConflictContext>
        permits GiveConflictReason, ReviewConflict {

    /** What the conflict is called. */
    AccessId accessId();

    @Override
    default String routingKey() {
        return accessId().value();
    }
}

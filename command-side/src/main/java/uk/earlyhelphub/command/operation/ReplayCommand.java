package uk.earlyhelphub.command.operation;

import java.util.Set;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.operation.ReplayState;
import uk.earlyhelphub.platform.commands.StreamCommand;

/** What somebody wants done about a replay. The command records it; the process that shows the read model carries it out. */
public sealed interface ReplayCommand extends StreamCommand<ReplayState, ReplayContext>
        permits ApproveReplay, CancelReplay, PauseReplay, RequestReplay, ResumeReplay {
    /** Those who may ask for one, have it wait and call it off. */
    Set<Role> OPERATORS = Set.of(Role.AUDITOR, Role.ADMINISTRATOR);

    /** Those who may agree to one that somebody else asked for. */
    Set<Role> SECOND = Set.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.MANAGER);

    /** What the replay is called. */
    OperationId operationId();

    @Override
    default String routingKey() {
        return operationId().value();
    }

    @Override
    default boolean mayBeSentBy(Actor actor, ReplayState state) {
        return OPERATORS.contains(actor.role());
    }
}

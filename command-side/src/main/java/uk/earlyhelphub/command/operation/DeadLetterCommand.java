package uk.earlyhelphub.command.operation;

import java.util.Set;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.operation.DeadLetterState;
import uk.earlyhelphub.platform.commands.StreamCommand;

/**
 * What somebody wants done about the events of one case that one read model could not take. Those are one stream, so that two who
 * act at the same moment act one after the other. The command records it; the process that shows the read model carries it out.
 */
public sealed interface DeadLetterCommand extends StreamCommand<DeadLetterState, DeadLetterContext>
        permits RetryDeadLetters, SetDeadLettersAside {
    /** Those who keep the Hub running. */
    Set<Role> OPERATORS = Set.of(Role.AUDITOR, Role.ADMINISTRATOR);

    /** What is done about them is called so. */
    OperationId operationId();

    /** The read model, by its name. */
    String projection();

    /** The id of the case or other thing. */
    String about();

    @Override
    default String routingKey() {
        return operationId().value();
    }

    @Override
    default Begins begins() {
        return Begins.EITHER;
    }

    @Override
    default boolean mayBeSentBy(Actor actor, DeadLetterState state) {
        return OPERATORS.contains(actor.role());
    }
}

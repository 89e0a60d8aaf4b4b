package uk.earlyhelphub.command.operation;

import java.util.List;
import java.util.function.ToLongBiFunction;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.DeadLetterEvent;
import uk.earlyhelphub.model.operation.DeadLetterState;
import uk.earlyhelphub.platform.commands.Fold;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.ids.Ids;

/** The stream of what is done about the events of one case that one read model could not take. */
public final class DeadLetters {
    private DeadLetters() {}

    /** What the stream is called. Earlier each act was a stream of its own, and is complete. */
    static OperationId idOf(String projection, String about) {
        return new OperationId(Ids.derived(projection + '\n' + about, "dead-letters"));
    }

    /**
     * Its fold, its table and its commands.
     *
     * @param held how many events of a thing a read model holds, by their names
     */
    public static StreamDefinition<DeadLetterEvent, DeadLetterState, DeadLetterContext> stream(
            ToLongBiFunction<String, String> held) {
        return new StreamDefinition<>(
                "Operation",
                DeadLetterEvent.class,
                event -> event.operationId().value(),
                DeadLetterState.NONE,
                Fold.ofEvents(DeadLetterState::after),
                (actor, state) -> DeadLetterCommand.OPERATORS.contains(actor.role()),
                (before, event, today) -> require(before, event),
                Guard.none(),
                context -> new DeadLetterContext(context.state(), held),
                List.of(RetryDeadLetters.class, SetDeadLettersAside.class));
    }

    private static void require(DeadLetterState before, DeadLetterEvent event) {
        if (!DeadLetterState.allows(event, before.standing())) {
            throw Refused.by(
                    ReplayRule.RETRY_UNDER_WAY, "They are being tried again already. Wait for what comes of it.");
        }
    }
}

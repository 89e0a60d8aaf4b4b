package uk.earlyhelphub.command.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayEvent;
import uk.earlyhelphub.events.operations.ReplayPlaceTaken;
import uk.earlyhelphub.model.operation.ReplayState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.commands.StreamDefinition.Transition;
import uk.earlyhelphub.platform.ids.Ids;

/** The stream of one replay, and that of the one place that there is for replays of a read model. */
public final class Replays {
    /** The place: nobody sends it anything, it is taken with the request of a replay. */
    public static final StreamDefinition<ReplayPlaceTaken, Optional<OperationId>, CommandContext<Optional<OperationId>>>
            PLACES = new StreamDefinition<>(
                    "Operation",
                    ReplayPlaceTaken.class,
                    event -> event.operationId().value(),
                    Optional.empty(),
                    (before, event, act) -> Optional.of(event.replay()),
                    (actor, state) -> false,
                    Transition.whatIsDecided(),
                    Guard.none(),
                    context -> context,
                    List.of());

    private Replays() {}

    /** What the place for replays of a read model is called. */
    static OperationId placeOf(String projection) {
        return new OperationId(Ids.derived(projection, "replays"));
    }

    /**
     * Its fold, its table and its commands.
     *
     * @param replayable the names of the read models that some process can make again
     */
    public static StreamDefinition<ReplayEvent, ReplayState, ReplayContext> stream(Supplier<Set<String>> replayable) {
        return new StreamDefinition<>(
                "Operation",
                ReplayEvent.class,
                event -> event.operationId().value(),
                ReplayState.NONE,
                (before, event, act) -> before.after(event, act.by().id()),
                (actor, state) -> ReplayCommand.SECOND.contains(actor.role()),
                (before, event, today) -> require(before, event),
                Guard.none(),
                context -> context(context, replayable),
                List.of(
                        RequestReplay.class,
                        ApproveReplay.class,
                        PauseReplay.class,
                        ResumeReplay.class,
                        CancelReplay.class));
    }

    private static ReplayContext context(CommandContext<ReplayState> context, Supplier<Set<String>> replayable) {
        var others = context.others();
        return new ReplayContext(
                context.state(),
                context.actor(),
                replayable,
                projection -> others.find(PLACES, placeOf(projection).value()).flatMap(latest -> latest),
                id -> others.glance(stream(replayable), id.value()).orElse(ReplayState.NONE));
    }

    private static void require(ReplayState before, ReplayEvent event) {
        if (!ReplayState.allows(event, before.standing())) {
            throw Refused.by(ReplayRule.REPLAY_NOT_IN_THIS_STATE, "This replay is " + before.standing() + " now.");
        }
    }
}

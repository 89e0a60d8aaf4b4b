package uk.earlyhelphub.platform.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * All that the command handler needs to know of a kind of stream.
 *
 * @param name as it is stored with each event
 * @param events the type of the stream's events
 * @param idOf which thing an event happened to; none where an event does not say it, and it is what its command is about
 * @param none the state before anything happened
 * @param fold the pure fold: the state once one more thing has happened
 * @param mayKnow who may know of one that is there at all; everybody else is told that there is none, whatever they send
 * @param transition what may happen when
 * @param guard what must hold of the sender beyond the tie
 * @param context what the stream's commands are decided on
 * @param commands every command of the stream
 */
public record StreamDefinition<E extends HubEvent, S, N>(
        String name,
        Class<E> events,
        Function<E, @Nullable String> idOf,
        S none,
        Fold<S, E> fold,
        BiPredicate<Actor, S> mayKnow,
        Transition<E, S> transition,
        Guard<S, N> guard,
        Function<CommandContext<S>, N> context,
        List<Class<? extends StreamCommand<S, N>>> commands) {

    public StreamDefinition {
        commands = List.copyOf(commands);
    }

    /** What may happen when, for instance by a table. */
    @FunctionalInterface
    public interface Transition<E, S> {

        /** Throws {@link Refused} if this may not happen to what stands so. */
        void require(S before, E event, LocalDate today);

        /** Whatever a command decides may happen. */
        static <E, S> Transition<E, S> whatIsDecided() {
            return (before, event, today) -> {};
        }
    }

    /** What must hold of whoever sends a command beyond that it is theirs to send. */
    @FunctionalInterface
    public interface Guard<S, N> {

        /** Throws {@link Refused} if somebody else has to do this. */
        void require(StreamCommand<S, N> command, CommandContext<S> context);

        /** Nothing beyond the tie. */
        static <S, N> Guard<S, N> none() {
            return (command, context) -> {};
        }
    }

    /** The state that a history leads to. */
    public S folded(List<RecordedEvent> history) {
        var state = none;
        for (var event : history) {
            var act = new Act(Actor.from(event.envelope()), event.recordedAt());
            state = fold.after(state, events.cast(event.payload()), act);
        }
        return state;
    }
}

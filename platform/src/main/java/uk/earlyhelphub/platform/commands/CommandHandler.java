package uk.earlyhelphub.platform.commands;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.kernel.AccountableRefusal;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.platform.commands.Refused.Kind;
import uk.earlyhelphub.platform.commands.StreamCommand.Begins;

/**
 * Carries out every command of every stream in the same steps: read and fold the stream once; is it the sender's to act on; may
 * this sender act on it; is it at the version that the sender has seen; what does the command decide; may each of those things
 * happen now, in whatever stream. Then the events are added, with what the command brought along.
 */
public final class CommandHandler {
    private final EventStore store;
    private final Clock clock;
    private final ZoneId zone;
    private final List<StreamDefinition<?, ?, ?>> streams;
    private final PreparedEffects effects;
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();

    /**
     * @param zone where the Hub works; its date is "today"
     * @param streams every kind of stream whose commands are carried out here, or that changes with one of those
     */
    public CommandHandler(
            EventStore store,
            Clock clock,
            ZoneId zone,
            List<StreamDefinition<?, ?, ?>> streams,
            PreparedEffects effects) {
        this.store = store;
        this.clock = clock;
        this.zone = zone;
        this.streams = List.copyOf(streams);
        this.effects = effects;
    }

    /** Takes the commands of every stream from the bus. */
    public void subscribe(CommandBus bus) {
        streams.forEach(stream -> subscribe(bus, stream));
    }

    private <E extends HubEvent, S, N> void subscribe(CommandBus bus, StreamDefinition<E, S, N> stream) {
        stream.commands()
                .forEach(type -> bus.subscribe(
                        type.getName(), message -> handle(stream, type.cast(message.getPayload()), message)));
    }

    private <E extends HubEvent, S, N> @Nullable AccountableRefusal handle(
            StreamDefinition<E, S, N> stream, StreamCommand<S, N> command, CommandMessage<?> message) {
        var actor = Actor.from(message.getMetaData());
        var at = clock.instant();
        var today = LocalDate.ofInstant(at, zone);
        var work = new StreamWork(store, locks, CurrentUnitOfWork.get());
        var target = work.load(stream, command.routingKey());
        requireTheirs(command, actor, target);
        var context = new CommandContext<>(target.state(), actor, at, today, work);
        stream.guard().require(command, context);
        requireVersion((String) message.getMetaData().get(CommandEnvelope.EXPECTED_VERSION), target.version());
        var decision = command.decide(stream.context().apply(context));
        var act = new Act(actor, at);
        decision.events().forEach(event -> work.happens(streamOf(event), event, act, today, target));
        if (work.happened().isEmpty()) {
            return null;
        }
        store.publish(work.happened());
        if (decision.refusal() == null) {
            writeEffects((String) message.getMetaData().get(CommandEnvelope.PREPARED));
        }
        return decision.refusal();
    }

    private static <S, N> void requireTheirs(
            StreamCommand<S, N> command, Actor actor, StreamWork.Loaded<?, S, N> target) {
        var missing = !target.exists() && command.begins() == Begins.NO;
        if (missing || !command.mayBeSentBy(actor, target.state())) {
            throw Refused.unknown();
        }
        if (target.exists() && command.begins() == Begins.YES) {
            throw Refused.conflict("changed-meanwhile", "This is there already.");
        }
    }

    private static void requireVersion(@Nullable String expected, long actual) {
        if (expected != null && Long.parseLong(expected) != actual) {
            throw new Refused(
                    Kind.STALE,
                    "version-is-stale",
                    "This has moved on to version " + actual + ". Read it again before you act.",
                    null);
        }
    }

    private StreamDefinition<?, ?, ?> streamOf(HubEvent event) {
        return streams.stream()
                .filter(stream -> stream.events().isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No stream for " + event.getClass()));
    }

    /** After the events were added, which is when it is certain that they can be, and before they are committed. */
    private void writeEffects(@Nullable String prepared) {
        if (prepared != null) {
            CurrentUnitOfWork.get().onPrepareCommit(work -> {
                try {
                    effects.write(prepared);
                } catch (RuntimeException e) {
                    throw CommandEdge.inPlainValues(e);
                }
            });
        }
    }
}

package uk.earlyhelphub.platform.commands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;

/** The streams of one command: each is locked, read and folded once, and what happens to them is kept until it is stored. */
final class StreamWork implements OtherStreams {
    private final EventStore store;
    private final LockFactory locks;
    private final UnitOfWork<?> work;
    private final Map<String, Loaded<?, ?, ?>> loaded = new HashMap<>();
    private final Map<String, Optional<?>> glances = new HashMap<>();
    private final List<DomainEventMessage<?>> happened = new ArrayList<>();

    StreamWork(EventStore store, LockFactory locks, UnitOfWork<?> work) {
        this.store = store;
        this.locks = locks;
        this.work = work;
    }

    /** One stream as it stands now, with what happened to it in this command. */
    static final class Loaded<E extends HubEvent, S, N> {
        private final StreamDefinition<E, S, N> stream;
        private final String id;
        private S state;
        private long version;

        private Loaded(StreamDefinition<E, S, N> stream, String id, S state, long version) {
            this.stream = stream;
            this.id = id;
            this.state = state;
            this.version = version;
        }

        S state() {
            return state;
        }

        /** The number of its last event; -1 before there is any. */
        long version() {
            return version;
        }

        boolean exists() {
            return version >= 0;
        }

        private DomainEventMessage<HubEvent> happens(HubEvent event, Act act, LocalDate today) {
            var ours = stream.events().cast(event);
            if (exists()) {
                stream.transition().require(state, ours, today);
            }
            state = stream.fold().after(state, ours, act);
            version++;
            return new GenericDomainEventMessage<>(stream.name(), id, version, new GenericMessage<>(event), act.at());
        }
    }

    <E extends HubEvent, S, N> Loaded<E, S, N> load(StreamDefinition<E, S, N> stream, String id) {
        var known = loaded.get(id);
        if (known == null) {
            var lock = locks.obtainLock(id);
            work.root().onCleanup(done -> lock.release());
            known = read(stream, id);
            loaded.put(id, known);
        }
        @SuppressWarnings("unchecked") // An id names one stream only.
        var ours = (Loaded<E, S, N>) known;
        return ours;
    }

    private <E extends HubEvent, S, N> Loaded<E, S, N> read(StreamDefinition<E, S, N> stream, String id) {
        var events = store.readEvents(id);
        var state = stream.none();
        var version = -1L;
        while (events.hasNext()) {
            var event = events.next();
            if (!stream.events().isInstance(event.getPayload())) {
                throw Refused.unknown();
            }
            var act = new Act(Actor.from(event.getMetaData()), event.getTimestamp());
            state = stream.fold().after(state, stream.events().cast(event.getPayload()), act);
            version = event.getSequenceNumber();
        }
        return new Loaded<>(stream, id, state, version);
    }

    @Override
    public <E extends HubEvent, S, N> Optional<S> find(StreamDefinition<E, S, N> stream, String id) {
        var there = load(stream, id);
        return there.exists() ? Optional.of(there.state()) : Optional.empty();
    }

    @Override
    public <E extends HubEvent, S, N> Optional<S> glance(StreamDefinition<E, S, N> stream, String id) {
        if (loaded.containsKey(id)) {
            return find(stream, id);
        }
        var seen = glances.get(id);
        if (seen == null) {
            var there = read(stream, id);
            seen = there.exists() ? Optional.of(there.state()) : Optional.empty();
            glances.put(id, seen);
        }
        @SuppressWarnings("unchecked") // An id names one stream only.
        var ours = (Optional<S>) seen;
        return ours;
    }

    /**
     * Lets something happen to the stream that it belongs to. Throws {@link Refused} if it may not.
     *
     * @param target what the command is about
     */
    <E extends HubEvent, S, N> void happens(
            StreamDefinition<E, S, N> stream, HubEvent event, Act act, LocalDate today, Loaded<?, ?, ?> target) {
        var id = stream.idOf().apply(stream.events().cast(event));
        var changed = id == null ? target : load(stream, id);
        happened.add(changed.happens(event, act, today));
    }

    /** What happened so far, in order. */
    List<DomainEventMessage<?>> happened() {
        return List.copyOf(happened);
    }
}

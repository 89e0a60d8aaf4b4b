package uk.earlyhelphub.platform.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Axon's face of the engine: appends join the command's transaction, and readers are woken once it has committed. */
public final class HubEventStore extends AbstractEventStore {
    private static final String VERSIONS = HubEventStore.class.getName() + "/versions";

    private final PostgresEventStorageEngine engine;
    private final CommitSignal tail;
    private final Runnable onCommit;
    private final UnaryOperator<RuntimeException> refusals;

    private HubEventStore(Builder builder) {
        super(builder);
        this.engine = builder.engine;
        this.tail = builder.tail;
        this.onCommit = builder.onCommit;
        this.refusals = builder.refusals;
    }

    /**
     * @param onCommit run after each commit that added events; must not block
     * @param refusals says in plain values why the events of a command could not be added
     */
    public static HubEventStore over(
            PostgresEventStorageEngine engine,
            CommitSignal tail,
            Runnable onCommit,
            UnaryOperator<RuntimeException> refusals) {
        return new HubEventStore(new Builder(engine, tail, onCommit, refusals));
    }

    private static final class Builder extends AbstractEventStore.Builder {
        private final PostgresEventStorageEngine engine;
        private final CommitSignal tail;
        private final Runnable onCommit;
        private final UnaryOperator<RuntimeException> refusals;

        Builder(
                PostgresEventStorageEngine engine,
                CommitSignal tail,
                Runnable onCommit,
                UnaryOperator<RuntimeException> refusals) {
            this.engine = engine;
            this.tail = tail;
            this.onCommit = onCommit;
            this.refusals = refusals;
            storageEngine(engine);
        }
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            Map<String, Long> versions =
                    CurrentUnitOfWork.get().root().getOrComputeResource(VERSIONS, k -> new TreeMap<>());
            events.forEach(e -> {
                if (e instanceof DomainEventMessage<?> d) {
                    versions.merge(d.getAggregateIdentifier(), d.getSequenceNumber(), Math::max);
                }
            });
        }
        super.publish(events);
    }

    /** The versions that the running command will lead to, by aggregate; empty if it did nothing so far. */
    public static Map<String, Long> versionsOfRunningCommand() {
        Map<String, Long> versions = CurrentUnitOfWork.get().root().getResource(VERSIONS);
        return versions == null ? Map.of() : Map.copyOf(versions);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        try {
            super.prepareCommit(events);
        } catch (RuntimeException e) {
            var forCommand = CurrentUnitOfWork.isStarted()
                    && CurrentUnitOfWork.get().root().getMessage() instanceof CommandMessage<?>;
            throw forCommand ? refusals.apply(e) : e;
        }
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        onCommit.run();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new Tail(trackingToken == null ? EventPosition.START : (EventPosition) trackingToken);
    }

    private final class Tail implements BlockingStream<TrackedEventMessage<?>> {
        private static final int PAGE = 1000;
        private final ArrayDeque<TrackedEventMessage<?>> read = new ArrayDeque<>();
        private TrackingToken position;

        Tail(EventPosition from) {
            this.position = from;
        }

        private boolean fill() {
            if (read.isEmpty()) {
                engine.readEvents(position, false).limit(PAGE).forEach(read::add);
            }
            return !read.isEmpty();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            fill();
            return Optional.ofNullable(read.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            var deadline = System.nanoTime() + unit.toNanos(timeout);
            while (true) {
                var seen = tail.seen();
                if (fill()) {
                    return true;
                }
                var left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                tail.await(seen, Duration.ofNanos(Math.min(left, 20_000_000L)));
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            var next = read.remove();
            position = next.trackingToken();
            return next;
        }

        @Override
        public void close() {
            read.clear();
        }
    }
}

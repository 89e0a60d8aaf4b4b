package uk.earlyhelphub.platform.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One thread that does the same work again and again: whenever somebody says that there may be some, and now and then by itself.
 * What fails is tried again, after a while that grows with each failure; until it succeeds, {@link #trouble} says what kind of
 * failure it is. Whatever runs in the background of a process runs in one of these.
 */
public final class Background implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(50);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    /** The work, in steps that end. */
    @FunctionalInterface
    public interface Step {
        /** Does what there is to do now. Answers how long there is nothing more unless somebody signals; zero to go on at once. */
        Duration once() throws Exception;
    }

    private final String name;
    private final Signal signal;
    private final Duration longestBackOff;
    private final Step step;
    private final Function<Throwable, String> kind;
    private volatile boolean running;
    private volatile Thread thread = new Thread();
    private volatile @Nullable String trouble;
    private final AtomicLong failures = new AtomicLong();

    /**
     * Work that is looked for now and then, and after each {@link #look}.
     *
     * @param name of the thread, for log, health and metrics
     * @param every how long it waits at most before it looks again
     * @param work does what there is to do, and stops early when it is no longer {@link #isRunning}
     */
    public Background(String name, Duration every, Runnable work) {
        this(name, new Signal(), every, () -> {
            work.run();
            return every;
        });
    }

    /**
     * @param signal wakes it when there may be something to do
     * @param longestBackOff how long it waits at most after a failure
     */
    public Background(String name, Signal signal, Duration longestBackOff, Step step) {
        this(name, signal, longestBackOff, step, e -> e.getClass().getSimpleName());
    }

    /**
     * @param kind how a failure is called in log and health; never with a message that could repeat a value
     */
    public Background(
            String name, Signal signal, Duration longestBackOff, Step step, Function<Throwable, String> kind) {
        this.name = name;
        this.signal = signal;
        this.longestBackOff = longestBackOff;
        this.step = step;
        this.kind = kind;
    }

    public String name() {
        return name;
    }

    /** The kind of failure that keeps it from going on; nothing while it can. */
    public @Nullable String trouble() {
        return running && !thread.isAlive() ? "It has ended by itself" : trouble;
    }

    /** How often it failed since the process began. */
    public long failures() {
        return failures.get();
    }

    /** Says that there may be something to do. */
    public void look() {
        signal.signal();
    }

    /** Waits for a moment, or until somebody looks. For work that is under way. */
    public void pause(Duration moment) {
        try {
            signal.await(signal.seen(), moment);
        } catch (InterruptedException _) {
            running = false;
        }
    }

    /** Does nothing if it runs already: two threads would do everything twice. */
    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        var inARow = 0;
        while (running) {
            var seen = signal.seen();
            try {
                Duration rest;
                try {
                    rest = step.once();
                    trouble = null;
                    inARow = 0;
                } catch (InterruptedException e) {
                    throw e;
                } catch (Throwable e) {
                    failed(e);
                    rest = backOff(inARow++);
                    seen = signal.seen();
                }
                if (running && rest.isPositive()) {
                    signal.await(seen, rest);
                }
            } catch (InterruptedException _) {
                // Nobody of ours interrupts it, so this is an end that health tells of.
                return;
            }
        }
    }

    private void failed(Throwable e) {
        var called = kind.apply(e);
        trouble = called;
        failures.incrementAndGet();
        if (running) {
            LOG.warn("{}: cannot go on and will try again: {}", name, called);
            LOG.debug("{}", name, e);
        }
    }

    private Duration backOff(int failuresBefore) {
        var wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failuresBefore, 20));
        return wait.compareTo(longestBackOff) < 0 ? wait : longestBackOff;
    }

    /** Ends once the step that is under way has ended, or goes on without waiting any longer. */
    @Override
    public void stop() {
        running = false;
        signal.signal();
        var ending = thread;
        if (!ending.isAlive() || ending == Thread.currentThread()) {
            return;
        }
        try {
            ending.join(STOPS_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package uk.earlyhelphub.platform.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that is looked for now and then, and whenever somebody says that there is some. What fails is tried again. */
public final class Background implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Signal signal = new Signal();
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    /**
     * @param name of the thread, for the log
     * @param every how long it waits at most before it looks again
     * @param work does what there is to do, and stops early when it is no longer {@link #isRunning}
     */
    public Background(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    /** Says that there may be something to do. */
    public void look() {
        signal.signal();
    }

    /** Waits for a moment, or until somebody looks. */
    public void pause(Duration moment) {
        try {
            signal.await(signal.seen(), moment);
        } catch (InterruptedException _) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        while (running) {
            var seen = signal.seen();
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn(
                        "{}: cannot go on and will try again: {}",
                        name,
                        e.getClass().getSimpleName());
                LOG.debug("{}", name, e);
            }
            try {
                signal.await(seen, every);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        signal.signal();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

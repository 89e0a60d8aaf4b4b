package uk.earlyhelphub.platform.wiring;

import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.engine.WorksInBackground;

/** All projections of this process, started and stopped together. */
public final class ProjectionRunners implements SmartLifecycle, WorksInBackground {
    private final List<ProjectionRunner> runners;
    private volatile boolean running;

    ProjectionRunners(List<ProjectionRunner> runners) {
        this.runners = List.copyOf(runners);
    }

    /** Each projection's runner. */
    public List<ProjectionRunner> all() {
        return runners;
    }

    @Override
    public List<Background> background() {
        return runners.stream().map(ProjectionRunner::background).toList();
    }

    @Override
    public void start() {
        runners.forEach(ProjectionRunner::start);
        running = true;
    }

    @Override
    public void stop() {
        // All at once: where the database is gone, each may wait for it as long as it is let.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            runners.forEach(runner -> threads.execute(runner::stop));
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 200;
    }
}

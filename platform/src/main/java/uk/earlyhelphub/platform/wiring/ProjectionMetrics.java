package uk.earlyhelphub.platform.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.ProjectionRunner;

/** How far each projection is behind, and what it could not take. Labels are names of projections, never data. */
@Component
class ProjectionMetrics implements MeterBinder {
    private static final int COUNTED = 100_000;
    private final ProjectionRunners runners;
    private final EventLog log;

    ProjectionMetrics(ProjectionRunners runners, EventLog log) {
        this.runners = runners;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var runner : runners.all()) {
            Gauge.builder("hub.projection.behind", runner, this::behind)
                    .description("Events that the projection has not read yet; counted up to " + COUNTED)
                    .baseUnit("events")
                    .tag("projection", runner.name())
                    .register(registry);
            Gauge.builder(
                            "hub.projection.dead.letters",
                            runner,
                            r -> r.standing().deadLetters())
                    .description("Events that it could not take, or that wait behind one of these")
                    .tag("projection", runner.name())
                    .register(registry);
            Gauge.builder("hub.projection.trouble", runner, r -> r.standing().trouble() == null ? 0 : 1)
                    .description("1 while something keeps it from moving")
                    .tag("projection", runner.name())
                    .register(registry);
        }
    }

    private double behind(ProjectionRunner runner) {
        return log.countAfter(runner.standing().position(), COUNTED);
    }
}

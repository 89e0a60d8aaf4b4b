package uk.earlyhelphub.platform.wiring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.engine.WorksInBackground;

/** Shows, by name, what cannot go on in the background. The Hub answers all the same, but somebody must look. */
@Component("background")
class BackgroundHealth implements HealthIndicator {
    private final ObjectProvider<WorksInBackground> workers;

    BackgroundHealth(ObjectProvider<WorksInBackground> workers) {
        this.workers = workers;
    }

    @Override
    public Health health() {
        var health = Health.up();
        workers.stream().flatMap(w -> w.background().stream()).forEach(work -> {
            var trouble = work.trouble();
            if (trouble != null) {
                health.status(new Status("DEGRADED"));
            }
            health.withDetail(work.name(), trouble == null ? "goes on" : "in trouble: " + trouble);
        });
        return health.build();
    }
}

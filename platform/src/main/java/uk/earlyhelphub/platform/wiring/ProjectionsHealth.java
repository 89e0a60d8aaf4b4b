package uk.earlyhelphub.platform.wiring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.engine.EventLog;

/**
 * Shows whether every projection moves. A parked case or a projection in trouble makes the Hub {@code DEGRADED}: it answers,
 * but somebody must look. Numbers and types of events only, never content.
 */
@Component("projections")
class ProjectionsHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");
    private final ProjectionRunners runners;
    private final EventLog log;

    ProjectionsHealth(ProjectionRunners runners, EventLog log) {
        this.runners = runners;
        this.log = log;
    }

    @Override
    public Health health() {
        var head = log.head();
        var health = Health.up();
        for (var runner : runners.all()) {
            var standing = runner.standing();
            if (standing.deadLetters() > 0 || standing.trouble() != null) {
                health.status(DEGRADED);
            }
            var trouble = standing.trouble() == null ? "" : ", in trouble: " + standing.trouble();
            health.withDetail(
                    standing.name(),
                    (standing.position().equals(head) ? "up to date" : "behind") + ", " + standing.deadLetters()
                            + " dead letters"
                            + (standing.deadLetters() == 0 ? "" : ", behind " + String.join(", ", runner.heldBy()))
                            + trouble);
        }
        return health.build();
    }
}

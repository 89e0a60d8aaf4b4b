package uk.earlyhelphub.command.reactions;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows whether any deadline was missed: consent that counts although its review day is over, or access left open. */
@Component("deadlines")
class DeadlinesHealth implements HealthIndicator {
    private final WhenADayHasCome deadlines;

    DeadlinesHealth(WhenADayHasCome deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Health health() {
        var overdue = deadlines.overdue();
        var failing = deadlines.failing();
        return Health.status(overdue + failing == 0 ? Status.UP : new Status("DEGRADED"))
                .withDetail("overdue", overdue)
                .withDetail("failing", failing)
                .build();
    }
}

package uk.earlyhelphub.query.replay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Shows which read models were found not to be what the history says. Names and numbers only. */
@Component("readModels")
class ReadModelHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ReadModelWatch watch;
    private final ComparisonBook book;

    ReadModelHealth(ReadModelWatch watch, ComparisonBook book) {
        this.watch = watch;
        this.book = book;
    }

    @Override
    public Health health() {
        try {
            return compared();
        } catch (DataAccessException e) {
            return Health.unknown()
                    .withDetail(
                            "comparison", "cannot be looked up: " + e.getClass().getSimpleName())
                    .build();
        }
    }

    private Health compared() {
        var health = Health.up();
        if (!watch.isOn()) {
            health.withDetail("comparison", "switched off");
        }
        var all = book.all();
        watch.names().stream()
                .filter(name -> !all.containsKey(name))
                .forEach(name -> health.withDetail(name, "not compared yet"));
        all.forEach((name, compared) -> {
            if (compared.differing() > 0) {
                health.status(DEGRADED);
            }
            health.withDetail(
                    name,
                    compared.differing() == 0
                            ? "as the history says, " + compared.at()
                            : "DIFFERS in " + compared.differing() + " rows from what the history says, "
                                    + compared.at());
        });
        return health.build();
    }
}

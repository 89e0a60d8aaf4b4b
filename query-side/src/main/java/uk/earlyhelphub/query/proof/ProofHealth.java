package uk.earlyhelphub.query.proof;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows whether the proof log is kept, and whether what is stored is still what was recorded. Numbers only. */
@Component("proof")
class ProofHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");
    private final ObjectProvider<ProofLogWriter> keeper;
    private final Clock clock;

    ProofHealth(ObjectProvider<ProofLogWriter> keeper, Clock clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var here = keeper.getIfAvailable();
        if (here == null) {
            return Health.up().withDetail("log", "not kept by this process").build();
        }
        var standing = here.standing();
        var health = Health.up().withDetail("signed", standing.size() + " events");
        if (standing.signedAt() != null) {
            health.withDetail("signedAt", standing.signedAt().toString());
        }
        if (!standing.troubles().isEmpty()) {
            health.status(DEGRADED).withDetail("troubles", standing.troubles());
        }
        var waiting = standing.waiting();
        if (here.watch().alarming(clock.instant())) {
            health.status(DEGRADED)
                    .withDetail(
                            "unsigned",
                            waiting.rows() + " events, the oldest for "
                                    + waiting.age(clock.instant()).toSeconds()
                                    + " s; GET /api/proof says who holds them");
        }
        var compared = standing.compared();
        if (compared != null) {
            health.withDetail("comparedAt", compared.at().toString());
        }
        var progress = standing.progress();
        if (progress != null) {
            health.withDetail("comparing", progress.done() + " of " + progress.of() + " events");
        }
        if (standing.found() > 0) {
            health.status(DEGRADED).withDetail("ALTERED", standing.found() + " findings; see /api/proof");
        }
        return health.build();
    }
}

package uk.earlyhelphub.query.proof;

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

    ProofHealth(ObjectProvider<ProofLogWriter> keeper) {
        this.keeper = keeper;
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
        var compared = standing.compared();
        if (compared != null) {
            health.withDetail("comparedAt", compared.at().toString());
            if (!compared.verdict().intact()) {
                health.status(DEGRADED).withDetail("ALTERED", compared.verdict().found() + " findings; see /api/proof");
            }
        }
        return health.build();
    }
}

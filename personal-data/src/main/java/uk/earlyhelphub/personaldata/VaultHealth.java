package uk.earlyhelphub.personaldata;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Whether people's keys can be opened and people be found: without that no case can be read. */
final class VaultHealth implements HealthIndicator {
    private final VaultCheck check;

    VaultHealth(VaultCheck check) {
        this.check = check;
    }

    @Override
    public Health health() {
        try {
            return check.opens()
                    ? Health.up().build()
                    : Health.down()
                            .withDetail("keys", "cannot be opened by the master keys here")
                            .build();
        } catch (DataAccessException e) {
            return Health.down()
                    .withDetail("keys", "cannot be reached: " + e.getClass().getSimpleName())
                    .build();
        }
    }
}

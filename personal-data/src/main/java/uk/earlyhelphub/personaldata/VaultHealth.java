package uk.earlyhelphub.personaldata;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Whether people's keys can be opened and people be found: without that no case can be read. */
final class VaultHealth implements HealthIndicator {
    private final VaultCheck check;
    private final KeysSeen seen;

    VaultHealth(VaultCheck check, KeysSeen seen) {
        this.check = check;
        this.seen = seen;
    }

    @Override
    public Health health() {
        try {
            if (seen.lost()) {
                return Health.down()
                        .withDetail("keys", "LOST: keys that were here are gone; see docs/runbooks/keys.md")
                        .build();
            }
            seen.look();
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

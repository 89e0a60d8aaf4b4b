package uk.earlyhelphub.platform.wiring;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.database.Databases;

/** Whether events can be added: without that no command has an effect and no record can be opened. */
@Component("store")
final class StoreHealth implements HealthIndicator {
    private static final String MAY_ADD = """
            select has_table_privilege('events.domain_event', 'INSERT')
               and has_table_privilege('events.command_receipt', 'INSERT')
               and not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'""";

    private final JdbcTemplate writer;

    StoreHealth(Databases databases) {
        this.writer = new JdbcTemplate(databases.writer());
    }

    @Override
    public Health health() {
        try {
            return Boolean.TRUE.equals(writer.queryForObject(MAY_ADD, Boolean.class))
                    ? Health.up().build()
                    : Health.down().withDetail("events", "cannot be added").build();
        } catch (DataAccessException e) {
            return Health.down()
                    .withDetail("events", "cannot be reached: " + e.getClass().getSimpleName())
                    .build();
        }
    }
}

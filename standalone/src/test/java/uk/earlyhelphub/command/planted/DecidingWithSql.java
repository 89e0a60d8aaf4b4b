package uk.earlyhelphub.command.planted;

import org.springframework.jdbc.core.JdbcTemplate;

/** Planted: a rule must refuse it. */
public final class DecidingWithSql {
    String decide(JdbcTemplate jdbc) {
        return jdbc.toString();
    }
}

package uk.earlyhelphub.events.planted;

import org.springframework.jdbc.core.JdbcTemplate;

/** Planted: a rule must refuse it. */
public final class EventsWithSpring {
    Class<?> forbidden() {
        return JdbcTemplate.class;
    }
}

package uk.earlyhelphub.model.planted;

import org.springframework.jdbc.core.JdbcTemplate;

/** Planted: a rule must refuse it. */
public final class ModelWithSql {
    int count() {
        return new JdbcTemplate().getFetchSize();
    }
}

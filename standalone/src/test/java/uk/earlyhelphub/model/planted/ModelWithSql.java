package uk.earlyhelphub.model.planted;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Planted: a rule must refuse it. */
public final class ModelWithSql {
    long count(DataSource source) {
        return new JdbcTemplate(source).getFetchSize();
    }
}

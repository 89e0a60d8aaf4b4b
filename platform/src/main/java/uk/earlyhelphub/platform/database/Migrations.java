package uk.earlyhelphub.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings schemas up to this release, as the owner of the database. Each schema has its own history and can live in a
 * database of its own.
 */
public final class Migrations {
    private final DataSource owner;

    /** @param owner connections of the role that owns the schemas; the running product itself never uses it */
    public Migrations(DataSource owner) {
        this.owner = owner;
    }

    /** Runs the scripts found under {@code classpath:db/<name>} in the schema of the same name. */
    public Migrations migrate(String schema) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                // What every process brings is numbered below what only some bring, and can come later.
                .outOfOrder(true)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
        return this;
    }

    /** Lets the product's roles log in with the given passwords; roles that are not there yet are skipped. */
    public Migrations letIn(List<Databases.Login> logins) {
        var jdbc = new JdbcTemplate(owner);
        for (var login : logins) {
            var known = jdbc.queryForObject(
                    "select count(*) from pg_roles where rolname = ?", Integer.class, login.username());
            if (known != null && known > 0) {
                var statement = jdbc.queryForObject(
                        "select format('alter role %I login password %L', ?, ?)",
                        String.class, login.username(), login.password());
                jdbc.execute(String.valueOf(statement));
            }
        }
        return this;
    }

    /** The epoch of this cluster, begun if this is the first start on it. */
    public int epoch() {
        var jdbc = new JdbcTemplate(owner);
        jdbc.update("""
                insert into events.epoch (system_identifier)
                select system_identifier::text from pg_control_system()
                on conflict do nothing""");
        var epoch = jdbc.queryForObject(
                "select epoch from events.epoch where system_identifier = (select system_identifier::text from pg_control_system())",
                Integer.class);
        if (epoch == null) {
            throw new IllegalStateException("This cluster has no epoch");
        }
        return epoch;
    }
}

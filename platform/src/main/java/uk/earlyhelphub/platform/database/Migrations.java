package uk.earlyhelphub.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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

    /** The epoch in which this cluster writes, begun if it is not the highest one's. */
    public int epoch() {
        return new Epochs(owner).current();
    }
}

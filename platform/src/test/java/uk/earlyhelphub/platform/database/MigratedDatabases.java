package uk.earlyhelphub.platform.database;

import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabases;

/** Databases with every table of this process, on the one server of this JVM. */
public final class MigratedDatabases {
    private static final ThrowAwayDatabases ALL =
            new ThrowAwayDatabases(first -> setup(first).start().databases().close());

    private MigratedDatabases() {}

    /** A new one. */
    public static ThrowAwayDatabase next() {
        return ALL.next();
    }

    /** How the product opens it. */
    public static DatabaseSetup setup(ThrowAwayDatabase database) {
        return new DatabaseSetup(
                database.jdbcUrl(), database.jdbcUrl(), database.owner(), "", "a secret for tests only");
    }
}

package uk.earlyhelphub.personaldata;

import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabases;
import uk.earlyhelphub.platform.database.DatabaseSetup;

/** Databases with every table of this process, on the one server of this JVM. */
final class MigratedDatabases {
    private static final ThrowAwayDatabases ALL =
            new ThrowAwayDatabases(first -> setup(first).start().databases().close());

    private MigratedDatabases() {}

    /** A new one. */
    static ThrowAwayDatabase next() {
        return ALL.next();
    }

    /** How the product opens it. */
    static DatabaseSetup setup(ThrowAwayDatabase database) {
        return new DatabaseSetup(
                database.jdbcUrl(), database.jdbcUrl(), database.owner(), "", "a secret for tests only");
    }
}

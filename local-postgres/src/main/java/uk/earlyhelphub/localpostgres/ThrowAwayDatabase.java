package uk.earlyhelphub.localpostgres;

/**
 * A database of {@link ThrowAwayDatabases}, gone when it is closed, whoever still uses it.
 *
 * @param name its name on the server
 */
public record ThrowAwayDatabase(String name) implements AutoCloseable {
    /** Where to connect. */
    public String jdbcUrl() {
        return ThrowAwayDatabases.url(name);
    }

    /** The name of the role that owns the server, which needs no password. */
    public String owner() {
        return ThrowAwayDatabases.owner();
    }

    @Override
    public void close() {
        ThrowAwayDatabases.execute("drop database " + name + " with (force)");
    }
}

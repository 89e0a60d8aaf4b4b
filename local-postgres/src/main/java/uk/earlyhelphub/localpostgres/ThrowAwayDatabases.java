package uk.earlyhelphub.localpostgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Databases for the tests of this JVM, all on one throw-away server: what is in them is made once and copied for each test.
 * Roles, transaction ids and open transactions are the whole server's, so a test that would be in the way of others there takes
 * a {@linkplain LocalPostgres#throwAway() server of its own}.
 */
public final class ThrowAwayDatabases {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Consumer<ThrowAwayDatabase> fill;
    private String template = "";

    /** @param fill makes what is in every one of them, such as tables; must leave no connection open */
    public ThrowAwayDatabases(Consumer<ThrowAwayDatabase> fill) {
        this.fill = fill;
    }

    /** Started when the first database is wanted, and ended with the JVM. */
    private static final class Server {
        private static final LocalPostgres POSTGRES = LocalPostgres.throwAway();
    }

    /** A new database that nobody else has. */
    public synchronized ThrowAwayDatabase next() {
        if (template.isEmpty()) {
            var first = create("template1");
            fill.accept(first);
            template = first.name();
        }
        return create(template);
    }

    private static ThrowAwayDatabase create(String template) {
        var database = new ThrowAwayDatabase("of_a_test_" + NUMBER.incrementAndGet());
        execute("create database " + database.name() + " template " + template);
        return database;
    }

    static String url(String database) {
        return Server.POSTGRES.jdbcUrl().replaceFirst("/postgres$", "/" + database);
    }

    static String owner() {
        return Server.POSTGRES.owner();
    }

    static void execute(String statement) {
        try (var connection = DriverManager.getConnection(url("postgres"), owner(), "");
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for this test", e);
        }
    }
}

package uk.earlyhelphub.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The four ways into the database, each as a role of its own: who may add events, who may read them, who keeps the keys, and
 * who fills the read models. They may be one server or several.
 */
public final class Databases implements AutoCloseable {

    /**
     * How to connect in one role.
     *
     * @param poolSize most connections at once
     */
    public record Login(String url, String username, String password, int poolSize) {}

    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final HikariDataSource vault;
    private final HikariDataSource projector;

    /** Opens the pools; fails at once if one cannot connect. */
    public Databases(Login writer, Login reader, Login vault, Login projector) {
        this.writer = pool("event-writer", writer, false);
        this.reader = pool("event-reader", reader, true);
        this.vault = pool("vault", vault, false);
        this.projector = pool("projector", projector, false);
    }

    private static HikariDataSource pool(String name, Login login, boolean readOnly) {
        var config = new HikariConfig();
        if (name.equals("projector")) {
            // Projections name their tables without a schema, so that a replay can put others in their place.
            config.addDataSourceProperty("currentSchema", "projections,reactions");
        }
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(login.poolSize());
        config.setMinimumIdle(1);
        config.setReadOnly(readOnly);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", "early-help-hub " + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Error details would repeat the values of a row, which can be a person's.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    /** May add and read events and receipts. */
    public DataSource writer() {
        return writer;
    }

    /** May read events. */
    public DataSource reader() {
        return reader;
    }

    /** May read and write keys and search tokens, and nothing else. */
    public DataSource vault() {
        return vault;
    }

    /** May read and write read models, positions and dead letters, and nothing else. */
    public DataSource projector() {
        return projector;
    }

    @Override
    public void close() {
        projector.close();
        vault.close();
        reader.close();
        writer.close();
    }
}

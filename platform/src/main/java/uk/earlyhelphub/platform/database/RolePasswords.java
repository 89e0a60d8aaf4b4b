package uk.earlyhelphub.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * Lets the product's roles log in. A role belongs to the whole cluster, so a password that works is left alone, and one that
 * another Hub on the cluster may be using is changed only when that was asked for. No password is ever in a statement: what is
 * sent is made from it and opens nothing.
 */
final class RolePasswords {
    /** Any number, as long as it is always the same: "roles". */
    private static final long LOCK = 0x726f6c6573L;

    private static final String INVALID_AUTHORIZATION = "28";
    /** How PostgreSQL says that another session changed the same role; locks are per database, roles are not. */
    private static final String INTERNAL = "XX000";

    private static final int TRIES = 10;

    private final DataSource owner;
    private final boolean secretIsNew;

    /** @param secretIsNew whether passwords that were set from another secret are to be changed */
    RolePasswords(DataSource owner, boolean secretIsNew) {
        this.owner = owner;
        this.secretIsNew = secretIsNew;
    }

    /** Sees that each of these can log in; roles that are not there yet are skipped. */
    void letIn(List<Databases.Login> logins) {
        for (var login : logins) {
            if (!works(login)) {
                letIn(login);
            }
        }
    }

    private void letIn(Databases.Login login) {
        for (var tries = 1; ; tries++) {
            try (var connection = owner.getConnection()) {
                lock(connection);
                try {
                    if (works(login) || !mayBeSet(connection, login)) {
                        return;
                    }
                    set(connection, login);
                    return;
                } finally {
                    unlock(connection);
                }
            } catch (SQLException e) {
                if (tries == TRIES || !INTERNAL.equals(e.getSQLState())) {
                    throw refused(login, e);
                }
            }
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private boolean mayBeSet(Connection connection, Databases.Login login) throws SQLException {
        try (var statement = connection.prepareStatement("select rolcanlogin from pg_roles where rolname = ?")) {
            statement.setString(1, login.username());
            try (var role = statement.executeQuery()) {
                if (!role.next()) {
                    return false;
                }
                if (role.getBoolean(1) && works(login)) {
                    // Another start, on another database of the cluster, where this lock is not seen, let it in
                    // meanwhile: a
                    // role may log in only once its password was set.
                    return false;
                }
                if (role.getBoolean(1) && !secretIsNew) {
                    throw new StartRefused(
                            "The role " + login.username()
                                    + " has a password that was not made from this hub.db.roles-secret.",
                            "Roles belong to the whole cluster: another Hub on it may be using them. Give the secret that Hub"
                                    + " has, or another cluster. If the secret was changed on purpose, start once with"
                                    + " --hub.db.roles-secret-is-new=true: docs/own-postgresql.md.");
                }
                return true;
            }
        }
    }

    private static void set(Connection connection, Databases.Login login) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(login.username(), login.password().toCharArray(), "scram-sha-256");
        try (var statement = connection.createStatement()) {
            statement.execute("alter role " + statement.enquoteIdentifier(login.username(), true) + " login");
        }
    }

    /** Whether the role can log in with that password. */
    private static boolean works(Databases.Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.username());
        source.setPassword(login.password());
        source.setApplicationName("early-help-hub start");
        try (var connection = source.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            if (state.startsWith(INVALID_AUTHORIZATION)) {
                return false;
            }
            throw refused(login, e);
        }
    }

    /** What the driver says of a failure names the role and the server's reason, never a password. */
    private static StartRefused refused(Databases.Login login, SQLException e) {
        return new StartRefused(
                "The role " + login.username() + " cannot be let in: " + e.getMessage() + ".",
                "The role in hub.db.owner needs CREATEROLE, and must have made that role itself or have been granted it with"
                        + " the admin option: docs/own-postgresql.md.",
                e);
    }
}

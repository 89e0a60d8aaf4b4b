package uk.earlyhelphub.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.ds.PGSimpleDataSource;
import uk.earlyhelphub.platform.start.StartRefused;

/**
 * Brings a server up to this release and opens it in the product's four roles.
 *
 * @param url the JDBC URL of events and read models
 * @param vaultUrl the JDBC URL of the keys: another database or server, so that keys have a backup of their own
 * @param owner the role that owns the schemas
 * @param rolesSecret from this each role's password is derived; at least 16 characters
 * @param secretIsNew whether roles that have a password from another secret are given a new one; otherwise the start is refused
 */
public record DatabaseSetup(
        String url, String vaultUrl, String owner, String ownerPassword, String rolesSecret, boolean secretIsNew) {
    private static final String WRITER = "hub_event_writer";
    private static final String READER = "hub_event_reader";
    private static final String VAULT = "hub_vault";
    private static final String PROJECTOR = "hub_projector";

    public DatabaseSetup {
        if (rolesSecret.length() < 16) {
            throw new StartRefused(
                    "hub.db.roles-secret is too short.", "Give at least 16 characters that nobody can guess.");
        }
    }

    /** A secret that is the one the roles' passwords were made from. */
    public DatabaseSetup(String url, String vaultUrl, String owner, String ownerPassword, String rolesSecret) {
        this(url, vaultUrl, owner, ownerPassword, rolesSecret, false);
    }

    /** Says where, never with which password. */
    @Override
    public String toString() {
        return "DatabaseSetup[" + url + " as " + owner + "]";
    }

    /** What a started database offers. */
    public record Started(Databases databases, int epoch) {}

    /**
     * Migrates and opens. Schemas that this process does not bring are left alone. Throws {@link StartRefused} if the server
     * cannot be reached.
     */
    public Started start() {
        requireReachable(url, "hub.db.url");
        requireReachable(vaultUrl, "hub.db.vault-url");
        var logins = List.of(login(url, WRITER, 12), login(url, READER, 8), login(url, PROJECTOR, 14));
        var migrations = new Migrations(ownerOf(url));
        migrations.migrate("events").migrate("projections");
        if (brings("reactions")) {
            migrations.migrate("reactions");
        }
        letIn(url, logins);
        var vault = login(vaultUrl, VAULT, 6);
        var vaultMigrations = new Migrations(ownerOf(vaultUrl));
        if (brings("vault")) {
            vaultMigrations.migrate("vault");
        }
        letIn(vaultUrl, List.of(vault));
        var vaultOrReader = !brings("vault") ? login(url, READER, 1) : vault;
        return new Started(
                new Databases(logins.get(0), logins.get(1), vaultOrReader, logins.get(2)), migrations.epoch());
    }

    private void requireReachable(String where, String setting) {
        try (var connection = ownerOf(where).getConnection()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new StartRefused(
                    "PostgreSQL at " + where.replaceFirst("\\?.*", "") + " cannot be used as " + owner + ": "
                            + e.getMessage(),
                    "See that it runs, and check " + setting + ", hub.db.owner and hub.db.owner-password.",
                    e);
        }
    }

    private void letIn(String where, List<Databases.Login> logins) {
        new RolePasswords(ownerOf(where), secretIsNew).letIn(logins);
    }

    private static boolean brings(String schema) {
        return DatabaseSetup.class.getResource("/db/" + schema) != null;
    }

    private PGSimpleDataSource ownerOf(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(owner);
        source.setPassword(ownerPassword);
        return source;
    }

    private Databases.Login login(String url, String role, int poolSize) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(rolesSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var password = HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
            return new Databases.Login(url, role, password, poolSize);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}

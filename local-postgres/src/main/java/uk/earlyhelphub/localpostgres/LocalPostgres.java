package uk.earlyhelphub.localpostgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL server that this process starts and stops. For evaluation and tests, not for production: one machine, no
 * backup.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final String MAJOR = "18";

    private static final List<String> PASSWORD_FOR_ALL = List.of(
            "local all all scram-sha-256",
            "host all all 127.0.0.1/32 scram-sha-256",
            "host all all ::1/128 scram-sha-256");

    private final EmbeddedPostgres server;
    private final String password;
    private final @Nullable Kept kept;
    private final @Nullable Path thrownAway;
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private volatile boolean closing;

    private LocalPostgres(EmbeddedPostgres server, String password, @Nullable Kept kept, @Nullable Path thrownAway) {
        this.server = server;
        this.password = password;
        this.kept = kept;
        this.thrownAway = thrownAway;
    }

    /** What is kept between runs: the folder, which is ours while we run, and the server on it. */
    private record Kept(FolderLock lock, OwnServer server) {}

    /**
     * Starts a durable server whose data is kept between runs, also after the process was killed. A server that a killed process
     * left behind on this folder is ended first; no other process is touched.
     *
     * @param folder where data and the generated password are kept; made if missing, readable by its owner only
     * @param port the port on the loopback address
     * @throws CannotStart if it cannot start: another Hub uses the folder, the port is taken, the folder cannot be written, there is
     *     too little space, or what is in the folder belongs to another version or is damaged. Nothing is left running
     */
    public static LocalPostgres durable(Path folder, int port) {
        return durable(folder, port, Duration.ofSeconds(60));
    }

    static LocalPostgres durable(Path folder, int port, Duration patience) {
        BeforeStart.requireFolder(folder);
        try {
            var lock = FolderLock.take(folder);
            try {
                return durable(folder, port, patience, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The local PostgreSQL in " + folder + " did not start: " + e.getMessage() + ".",
                    "The reason is at the end of " + folder.resolve("postgres.log") + ".",
                    e);
        }
    }

    private static LocalPostgres durable(Path folder, int port, Duration patience, FolderLock lock) throws IOException {
        var data = folder.resolve("postgres");
        BeforeStart.requireVersion(data, MAJOR);
        BeforeStart.requireSpace(folder, !Files.exists(data));
        var own = new OwnServer(data);
        own.end();
        BeforeStart.requireFree(port);
        var open = stillOpen(data);
        var passwordFile = folder.resolve("postgres.password");
        if (!open && !Files.exists(passwordFile)) {
            throw new CannotStart(
                    "The database in " + folder + " has a password, and the file " + passwordFile + " is gone.",
                    "Put back the copy you keep of the whole folder, or choose another one: --hub.data=...");
        }
        var password = LocalSecrets.password(passwordFile);
        var ifWeAreEnded = new Thread(() -> endQuietly(own), "end-local-postgres");
        Runtime.getRuntime().addShutdownHook(ifWeAreEnded);
        try {
            var server = builder(folder, data, port, open ? "" : password)
                    .setPGStartupWait(patience)
                    .start();
            if (open) {
                requirePassword(server, data, password);
            }
            var started = new LocalPostgres(server, password, new Kept(lock, own), null);
            started.watch(own);
            return started;
        } catch (IOException | RuntimeException e) {
            own.end();
            throw e;
        } finally {
            forget(ifWeAreEnded);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path data, int port, String password) {
        var log =
                ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Whoever started it stops it, after everything that uses it has stopped.
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("idle_in_transaction_session_timeout", "30000")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        if (!password.isEmpty()) {
            builder.setConnectConfig("password", password);
        }
        return builder;
    }

    private void watch(OwnServer own) throws IOException {
        own.running()
                .ifPresent(process -> process.onExit().thenRun(() -> {
                    if (!closing) {
                        lost.complete(null);
                    }
                }));
    }

    private static void endQuietly(OwnServer own) {
        try {
            own.end();
        } catch (IOException | CannotStart _) {
            // The process is ending, and nobody listens; the next start ends it.
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, and the hook does its work.
        }
    }

    /**
     * Starts a server for one test run on a free port; its data is gone when it closes. Those that one JVM starts may be copies of
     * one empty cluster, so PostgreSQL's own number for a cluster can be the same in several.
     */
    public static LocalPostgres throwAway() {
        try {
            var data = EmptyCluster.next();
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "200")
                    // A Hub does not start over a store that could lose what it was given.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            var started = new LocalPostgres(server, "", null, data);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "end-throw-away-postgres"));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("No PostgreSQL for this test", e);
        }
    }

    /** Where to connect. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** The name of the role that owns the server. */
    public String owner() {
        return "postgres";
    }

    /** That role's password; empty for a throw-away server. */
    public String password() {
        return password;
    }

    /** Completes when the server has ended although nobody closed it. A throw-away server is not watched. */
    public CompletionStage<Void> lost() {
        return lost;
    }

    @Override
    public void close() {
        closing = true;
        try {
            server.close();
            if (kept != null) {
                // It may still be busy with its last writes.
                kept.server().end();
                kept.lock().close();
            }
            if (thrownAway != null) {
                EmptyCluster.delete(thrownAway);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The local PostgreSQL did not stop", e);
        }
    }

    /** Whether the server still lets everybody in, because it is new, or was killed before it was given its password. */
    private static boolean stillOpen(Path data) throws IOException {
        var rules = data.resolve("pg_hba.conf");
        return !Files.exists(rules) || !Files.readAllLines(rules).containsAll(PASSWORD_FOR_ALL);
    }

    private static void requirePassword(EmbeddedPostgres server, Path data, String password) throws IOException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres");
                var statement = connection.createStatement()) {
            // Made into a verifier here, so that the password is in no statement and no log.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword("postgres", password.toCharArray(), "scram-sha-256");
            var rules = data.resolve("pg_hba.conf.next");
            Files.write(rules, PASSWORD_FOR_ALL);
            Files.move(rules, data.resolve("pg_hba.conf"), StandardCopyOption.ATOMIC_MOVE);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("it could not be given its password", e);
        }
    }
}

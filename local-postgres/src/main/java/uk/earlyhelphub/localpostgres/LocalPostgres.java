package uk.earlyhelphub.localpostgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

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

    private LocalPostgres(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts a durable server whose data is kept between runs, also after the process was killed.
     *
     * @param folder where data and the generated password are kept; made if missing, readable by its owner only
     * @param port the port on the loopback address
     * @throws IllegalStateException if the folder holds the data of another PostgreSQL version, or another server holds it
     */
    public static LocalPostgres durable(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            ownerOnly(folder, "rwx------");
            var data = folder.resolve("postgres");
            refuseOtherVersion(data);
            stopOrphan(data);
            var password = password(folder.resolve("postgres.password"));
            var open = stillOpen(data);
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    // Whoever started it stops it, after everything that uses it has stopped.
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("idle_in_transaction_session_timeout", "30000")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("postgres.log").toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("postgres.log").toFile()));
            if (!open) {
                builder.setConnectConfig("password", password);
            }
            var server = builder.start();
            if (open) {
                requirePassword(server, data, password);
            }
            return new LocalPostgres(server, password);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The local PostgreSQL in " + folder + " did not start: is another Hub using that folder?", e);
        }
    }

    /** Starts a server for one test run on a free port; its data is gone when it closes. */
    public static LocalPostgres throwAway() {
        try {
            return new LocalPostgres(
                    EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .setServerConfig("max_connections", "200")
                            // A Hub does not start over a store that could lose what it was given.
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("fsync", "on")
                            .setServerConfig("full_page_writes", "on")
                            .start(),
                    "");
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

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The local PostgreSQL did not stop", e);
        }
    }

    private static void refuseOtherVersion(Path data) throws IOException {
        var marker = data.resolve("PG_VERSION");
        if (Files.exists(marker) && !Files.readString(marker).strip().equals(MAJOR)) {
            throw new IllegalStateException("The folder " + data + " holds PostgreSQL "
                    + Files.readString(marker).strip() + " data, and this release brings PostgreSQL " + MAJOR
                    + ", which only the release that made it can start.");
        }
    }

    /** A killed process leaves its server behind, which would keep the folder locked: end that one, and only that one. */
    private static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var first = Files.readAllLines(pidFile).stream().findFirst().orElse("");
        Optional<ProcessHandle> orphan =
                first.matches("\\d+") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
        var ours = orphan.filter(
                        p -> p.info().command().map(c -> c.contains("postgres")).orElse(false))
                .filter(p -> p.parent().map(parent -> !isJava(parent)).orElse(true));
        if (orphan.isPresent()
                && ours.isEmpty()
                && orphan.get()
                        .info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(false)) {
            throw new IllegalStateException("Another running Hub uses the folder " + data + ".");
        }
        if (ours.isPresent()) {
            ours.get().destroy();
            ours.get()
                    .onExit()
                    .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("java")).orElse(false);
    }

    /** Whether the server still lets everybody in, because it is new, or was killed before it was given its password. */
    private static boolean stillOpen(Path data) throws IOException {
        var rules = data.resolve("pg_hba.conf");
        return !Files.exists(rules) || !Files.readAllLines(rules).containsAll(PASSWORD_FOR_ALL);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
            ownerOnly(file, "rw-------");
        }
        return Files.readString(file).strip();
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static void requirePassword(EmbeddedPostgres server, Path data, String password) throws IOException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.write(data.resolve("pg_hba.conf"), PASSWORD_FOR_ALL);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("The local PostgreSQL could not be given its password", e);
        }
    }
}

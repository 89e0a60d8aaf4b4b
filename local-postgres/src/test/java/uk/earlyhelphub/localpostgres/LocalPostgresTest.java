package uk.earlyhelphub.localpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    /** To unpack PostgreSQL and make a cluster takes most of a first start, so most tests go on from a copy. */
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path usedBefore;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Process stranger = stranger();

    private static Process stranger() {
        try {
            return new ProcessBuilder("sleep", "600").start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void aFolderThatWasUsedBefore() throws IOException {
        LocalPostgres.durable(usedBefore, freePort()).close();
    }

    private static void usedBefore(Path folder) throws IOException {
        EmptyCluster.copy(usedBefore, folder);
    }

    @AfterEach
    void endTheStranger() {
        stranger.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Connection session(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), postgres.password());
    }

    private static boolean answers(LocalPostgres postgres) throws SQLException {
        try (var session = session(postgres)) {
            return session.isValid(5);
        }
    }

    private static void write(LocalPostgres postgres, String statement) throws SQLException {
        try (var session = session(postgres);
                var kept = session.createStatement()) {
            kept.execute(statement);
        }
    }

    private Path data() {
        return folder.resolve("postgres");
    }

    @Test
    void what_was_kept_is_there_at_the_next_start_and_its_password_is_for_its_owner_only() throws Exception {
        try (var first = LocalPostgres.durable(folder, freePort())) {
            write(first, "create table kept (n integer)");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain(first.password());
        }
        assertThat(new OwnServer(data()).running()).isEmpty();
        try (var second = LocalPostgres.durable(folder, freePort())) {
            write(second, "insert into kept values (1)");
        }
    }

    @Test
    void a_second_hub_on_the_folder_is_refused_and_told_who_has_it_while_the_first_goes_on() throws Exception {
        usedBefore(folder);
        try (var first = LocalPostgres.durable(folder, freePort())) {
            for (var tries = 0; tries < 2; tries++) {
                assertThatThrownBy(() -> LocalPostgres.durable(folder, freePort()))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("Another Hub uses the folder " + folder)
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid() + ", since 20")
                        .hasMessageContaining("--hub.data=");
            }
            assertThat(answers(first)).isTrue();
        }
    }

    @Test
    void a_second_process_is_refused_and_a_killed_one_is_followed_although_sessions_are_open() throws Exception {
        usedBefore(folder);
        var port = freePort();
        try (var other = AnotherProcess.on(folder, port)) {
            var server = new OwnServer(data()).running().orElseThrow();
            assertThatThrownBy(() -> LocalPostgres.durable(folder, port))
                    .hasMessageContaining("process " + other.pid() + ", since 20");
            assertThat(server.isAlive()).isTrue();
            var password = Files.readString(folder.resolve("postgres.password"));
            try (var session = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
                    var open = session.createStatement()) {
                open.execute("create table kept (n integer)");
                other.kill();
                assertThat(server.isAlive()).as("its database outlives it").isTrue();
                try (var next = LocalPostgres.durable(folder, port)) {
                    assertThat(server.isAlive()).isFalse();
                    write(next, "insert into kept values (1)");
                }
            }
        }
    }

    @Test
    void a_strangers_number_in_a_stale_note_leaves_the_stranger_alone() throws Exception {
        usedBefore(folder);
        Files.writeString(data().resolve("postmaster.pid"), stranger.pid() + "\n" + data() + "\n");
        try (var next = LocalPostgres.durable(folder, freePort())) {
            assertThat(answers(next)).isTrue();
            assertThat(stranger.isAlive()).isTrue();
        }
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void the_number_of_another_folders_postgres_leaves_that_one_alone(@TempDir Path elsewhere) throws Exception {
        usedBefore(folder);
        usedBefore(elsewhere);
        try (var neighbour = LocalPostgres.durable(elsewhere, freePort())) {
            var number = new OwnServer(elsewhere.resolve("postgres"))
                    .running()
                    .orElseThrow()
                    .pid();
            Files.writeString(data().resolve("postmaster.pid"), number + "\n" + data() + "\n");
            assertThat(new OwnServer(data()).running()).isEmpty();
            try (var next = LocalPostgres.durable(folder, freePort())) {
                assertThat(answers(next)).isTrue();
            }
            assertThat(answers(neighbour)).isTrue();
        }
    }

    @Test
    void somebody_who_only_calls_himself_postgres_is_left_alone() throws Exception {
        Files.createDirectories(data());
        var impostor = new ProcessBuilder("bash", "-c", "exec -a /usr/bin/postgres sleep 600").start();
        try {
            Files.writeString(data().resolve("postmaster.pid"), impostor.pid() + "\n");
            new OwnServer(data()).end();
            assertThat(impostor.isAlive()).isTrue();
            assertThat(data().resolve("postmaster.pid")).doesNotExist();
        } finally {
            impostor.destroyForcibly();
        }
    }

    @Test
    void a_start_that_fails_leaves_no_server_behind() throws Exception {
        usedBefore(folder);
        Files.writeString(folder.resolve("postgres.password"), "0".repeat(48));
        assertThatThrownBy(() -> LocalPostgres.durable(folder, freePort(), Duration.ofSeconds(1)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("postgres.log");
        assertThat(new OwnServer(data()).running()).isEmpty();
        assertThat(data().resolve("postmaster.pid")).doesNotExist();
        assertThatThrownBy(() -> LocalPostgres.durable(folder, freePort(), Duration.ofSeconds(1)))
                .as("the folder is free again")
                .hasMessageNotContaining("Another Hub");
    }

    @Test
    void a_database_that_ends_by_itself_is_noticed_and_one_that_is_closed_is_not() throws Exception {
        usedBefore(folder);
        try (var postgres = LocalPostgres.durable(folder, freePort())) {
            var lost = postgres.lost().toCompletableFuture();
            assertThat(lost).isNotDone();
            new OwnServer(data()).running().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30)).until(lost::isDone);
        }
        var closed = LocalPostgres.durable(folder, freePort());
        closed.close();
        assertThat(new OwnServer(data()).running()).isEmpty();
        assertThat(closed.lost().toCompletableFuture()).isNotDone();
    }

    @Test
    void a_taken_port_is_told_before_anything_is_made() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> LocalPostgres.durable(folder, taken.getLocalPort()))
                    .hasMessageContaining("The port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--hub.data.port=");
        }
        assertThat(data()).doesNotExist();
        assertThatThrownBy(() -> LocalPostgres.durable(folder, 70_000)).hasMessageContaining("no port 70000");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws Exception {
        var file = folder.resolve("a-file");
        Files.writeString(file, "");
        assertThatThrownBy(() -> LocalPostgres.durable(file.resolve("hub"), freePort()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written to by the user");
    }

    @Test
    void too_little_space_is_told_with_how_much_is_needed() {
        assertThatThrownBy(() -> BeforeStart.requireSpace(folder, 499L << 20, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("499 MB of 500 MB");
        BeforeStart.requireSpace(folder, 499L << 20, false);
        assertThatThrownBy(() -> BeforeStart.requireSpace(folder, 1L << 20, false))
                .hasMessageContaining("1 MB of 100 MB");
    }

    @Test
    void data_of_another_version_is_told() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> LocalPostgres.durable(folder, freePort()))
                .hasMessageContaining("holds PostgreSQL 17 data");
    }

    @Test
    void a_password_that_a_power_cut_left_empty_or_half_written_is_told_and_left_as_it_is() throws Exception {
        var file = folder.resolve("postgres.password");
        for (var left : new String[] {"", "\n", "0123456789abcdef"}) {
            Files.writeString(file, left);
            assertThatThrownBy(() -> LocalPostgres.durable(folder, freePort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("Put back the copy");
            assertThat(file).hasContent(left);
        }
    }

    @Test
    void a_lost_password_is_not_replaced_by_one_that_opens_nothing() throws Exception {
        usedBefore(folder);
        Files.delete(folder.resolve("postgres.password"));
        assertThatThrownBy(() -> LocalPostgres.durable(folder, freePort()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is gone");
        assertThat(folder.resolve("postgres.password")).doesNotExist();
    }
}

package uk.earlyhelphub.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import uk.earlyhelphub.platform.start.StartRefused;

/** A Hub that cannot start says what to do and leaves nothing behind; one that has lost its database says so. */
class RefusedStartTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ConfigurableApplicationContext start(int port, int databasePort) {
        return new SpringApplication(EarlyHelpHub.class)
                .run(
                        "--server.port=" + port,
                        "--hub.demo.families=false",
                        "--hub.data=" + folder,
                        "--hub.data.port=" + databasePort);
    }

    private static int status(ConfigurableApplicationContext hub, String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + hub.getEnvironment().getProperty("local.server.port") + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private long database() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
    }

    @Test
    void a_second_hub_is_refused_while_the_first_goes_on_and_a_lost_database_is_told() throws Exception {
        try (var first = start(0, freePort())) {
            assertThatThrownBy(() -> start(0, freePort()).close())
                    .hasRootCauseMessage(refused(folder))
                    .hasStackTraceContaining("Another Hub uses the folder");
            for (var probe : new String[] {"/liveness", "/readiness"}) {
                assertThat(status(first, "/actuator/health" + probe)).isEqualTo(200);
            }
            ProcessHandle.of(database()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30)).until(() -> status(first, "/actuator/health/liveness") == 503);
            assertThat(status(first, "/actuator/health/readiness")).isEqualTo(503);
        }
    }

    private static String refused(Path folder) throws IOException {
        return "Another Hub uses the folder " + folder + ": "
                + Files.readString(folder.resolve("hub.lock")).strip()
                + ". Stop that one first, or give this one a folder and ports of its own:"
                + " --hub.data=... --hub.data.port=... --server.port=...";
    }

    @Test
    void a_taken_web_port_is_told_before_a_database_is_made() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(taken.getLocalPort(), freePort()).close())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("The port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--server.port=");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_start_that_is_refused_late_leaves_no_database_running() throws Exception {
        start(0, freePort()).close();
        var key = Files.readString(folder.resolve("master-key.json"));
        Files.writeString(folder.resolve("master-key.json"), "");
        assertThatThrownBy(() -> start(0, freePort()).close())
                .hasStackTraceContaining("master-key.json")
                .hasStackTraceContaining("is empty");
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        Files.writeString(folder.resolve("master-key.json"), key);
        Files.writeString(folder.resolve("proof-key"), "cut off");
        assertThatThrownBy(() -> start(0, freePort()).close()).hasStackTraceContaining("proof-key");
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }
}

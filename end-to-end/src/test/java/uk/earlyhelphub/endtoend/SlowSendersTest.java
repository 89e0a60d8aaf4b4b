package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.send;
import static uk.earlyhelphub.endtoend.RunningHub.token;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever sends a byte now and then holds up nobody, and does not hold on for ever. */
class SlowSendersTest {
    private static final int SENDERS = 200;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<Slow> senders = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    /** One connection: a byte now and then, and an ear for the other side's hanging up. */
    private static final class Slow {
        private final Socket socket;
        private volatile boolean over;
        private volatile String answer = "";

        Slow(String head) throws IOException {
            socket = new Socket("127.0.0.1", URI.create(base()).getPort());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            try {
                var piece = new byte[8192];
                for (int read; (read = socket.getInputStream().read(piece)) >= 0; ) {
                    answer += new String(piece, 0, read, StandardCharsets.UTF_8);
                }
            } catch (IOException e) {
                // Hung up on: that is what is waited for.
            }
            over = true;
        }

        void drip() {
            try {
                if (!over) {
                    socket.getOutputStream().write('x');
                }
            } catch (IOException e) {
                over = true;
            }
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        drip.shutdownNow();
        for (var slow : senders) {
            slow.socket.close();
        }
    }

    private static String post(String path, String type, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + more
                + "Content-Length: 5000\r\n\r\n";
    }

    static List<Arguments> kinds() {
        var amy = "Authorization: Bearer " + token("amy") + "\r\n";
        return List.of(
                Arguments.of("headers", "GET /api/worklist HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
                Arguments.of("a request line", "GET /api/"),
                Arguments.of("a body of nobody", post("/api/referrals", "application/json", "")),
                Arguments.of("a body of somebody", post("/api/referrals", "application/json", amy)),
                Arguments.of(
                        "a body in chunks",
                        post("/api/referrals", "application/json", amy)
                                .replace("Content-Length: 5000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1388\r\n")),
                Arguments.of(
                        "a body that nobody asked for",
                        post("/api/worklist", "text/plain", amy).replace("POST", "GET")),
                Arguments.of("a sign-in", post("/demo/token", FORM, "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void hold_up_nobody_and_are_hung_up_on(String what, String head) throws IOException {
        for (int n = 0; n < SENDERS; n++) {
            senders.add(new Slow(head));
        }
        drip.scheduleAtFixedRate(() -> senders.forEach(Slow::drip), 100, 400, TimeUnit.MILLISECONDS);

        assertThat(send(request("/actuator/health")).status()).isEqualTo(200);
        assertThat(send(signedIn("/api/worklist?limit=5")).status()).isEqualTo(200);
        assertThat(send(signedIn("/api/person-searches")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Quick Enough\"}")))
                        .status())
                .isEqualTo(200);
        assertThat(send(request("/demo/token")
                                .header("Content-Type", FORM)
                                .POST(HttpRequest.BodyPublishers.ofString("username=tom&password=demo")))
                        .status())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(40)).until(() -> senders.stream().allMatch(slow -> slow.over));
    }

    @Test
    void are_told_what_was_wrong() throws IOException {
        senders.add(new Slow(post("/demo/token", FORM, "")));
        senders.add(new Slow(post("/api/referrals", "application/json", "")));
        drip.scheduleAtFixedRate(() -> senders.forEach(Slow::drip), 100, 400, TimeUnit.MILLISECONDS);
        await().atMost(Duration.ofSeconds(40)).until(() -> senders.stream().allMatch(slow -> slow.over));
        assertThat(senders.getFirst().answer).startsWith("HTTP/1.1 408").contains("\"code\":\"too-slow\"");
        assertThat(senders.getLast().answer).startsWith("HTTP/1.1 401").contains("\"code\":\"not-signed-in\"");
    }

    @Test
    void a_body_that_comes_in_pieces_but_in_time_is_taken() throws IOException {
        var body = "username=amy&password=demo";
        var slow = new Slow(post("/demo/token", FORM, "Connection: close\r\n").replace("5000", "" + body.length()));
        senders.add(slow);
        for (var piece : body.split("(?<=&)")) {
            slow.socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
            slow.socket.getOutputStream().flush();
            assertThat(send(request("/actuator/health/liveness")).status()).isEqualTo(200);
        }
        await().until(() -> slow.over);
        assertThat(slow.answer).startsWith("HTTP/1.1 200").contains("access_token");
    }

    @Test
    void two_requests_in_one_breath_get_two_answers() throws IOException {
        var health = "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n";
        var both = new Slow(health + "\r\n" + health + "Connection: close\r\n\r\n");
        senders.add(both);
        await().until(() -> both.over);
        assertThat(both.answer.split("HTTP/1.1 200", -1)).hasSize(3);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(20));
    }

    private static HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", "Bearer " + token("amy"));
    }
}

package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.token;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams that one person could fill. */
class FollowersTest {

    /** Begins to follow a replay, and gives what came first. */
    private static String follow(String person, String replay, List<Socket> open) throws IOException {
        var socket = new Socket("127.0.0.1", URI.create(base()).getPort());
        open.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET /api/replays/" + replay + "/progress HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + token(person) + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        var first = new byte[12];
        assertThat(socket.getInputStream().readNBytes(first, 0, first.length)).isEqualTo(first.length);
        return new String(first, StandardCharsets.ISO_8859_1);
    }

    @Test
    void one_person_follows_two_replays_and_whoever_hung_up_is_forgotten() throws IOException {
        var replay = post(
                        "aled", "/api/replays", "{\"projection\":\"worklist\",\"kind\":\"CHECK\",\"reason\":\"DRILL\"}")
                .text("id");
        var open = new ArrayList<Socket>();
        try {
            assertThat(follow("aled", replay, open)).isEqualTo("HTTP/1.1 200");
            assertThat(follow("aled", replay, open)).isEqualTo("HTTP/1.1 200");
            var third = get("aled", "/api/replays/" + replay + "/progress");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.code()).isEqualTo("too-many-streams");
            assertThat(third.raw().headers().firstValue("Retry-After")).isPresent();
            assertThat(follow("maya", replay, open)).isEqualTo("HTTP/1.1 200");
            for (var socket : open) {
                socket.close();
            }
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () -> assertThat(follow("aled", replay, open)).isEqualTo("HTTP/1.1 200"));
        } finally {
            post("aled", "/api/replays/" + replay + "/cancellation", "");
            for (var socket : open) {
                socket.close();
            }
        }
    }
}

package uk.earlyhelphub.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.client.HubClient;
import uk.earlyhelphub.client.HubProblem;
import uk.earlyhelphub.standalone.EarlyHelpHub;

/** One Hub for all journeys of this JVM, on a data folder and ports of its own. */
final class RunningHub {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> TOKENS = new HashMap<>();
    private static final Map<String, HubClient> CLIENTS = new HashMap<>();
    static final ShiftedClock CLOCK = new ShiftedClock();
    private static final AnswersGiven ANSWERS = new AnswersGiven();
    static final ConfigurableApplicationContext CONTEXT = start();

    private RunningHub() {}

    /** The real time, unless a test lives ahead of it. */
    static final class ShiftedClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void ahead(Duration by) {
            ahead = by;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static ConfigurableApplicationContext start() {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "hub-");
            var hub = new SpringApplication(EarlyHelpHub.class);
            hub.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) context -> {
                context.registerBean("clock", Clock.class, () -> CLOCK);
                context.registerBean("answers", FilterRegistrationBean.class, ANSWERS::first);
            });
            return hub.run(
                    "--server.port=0",
                    "--hub.demo.families=false",
                    "--hub.http.receive-within=3s",
                    // Thousands of tries are refused here; that they wait is tested, and how long is a setting.
                    "--hub.http.refusals-in-steps-of=2ms",
                    "--hub.replays.sign-of-life=1s",
                    "--hub.deadlines.every=100ms",
                    // Whoever runs the tests at night is to see the same as by day.
                    "--hub.projections.compare=false",
                    "--hub.areas=Clewer,Dedworth,Urgentia",
                    "--hub.notice-versions="
                            + Path.of("src/test/resources/notice-versions.txt").toAbsolutePath(),
                    "--hub.data=" + folder.toAbsolutePath(),
                    "--hub.data.port=" + freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static String base() {
        return "http://127.0.0.1:" + CONTEXT.getEnvironment().getProperty("local.server.port");
    }

    /** An answer: status, headers and body, if it had one. */
    record Answer(int status, String body, HttpResponse<String> raw) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String field) {
            return json().get(field).asString();
        }

        String code() {
            return status < 400 ? "" : text("code");
        }
    }

    static String token(String person) {
        return TOKENS.computeIfAbsent(
                person,
                p -> send(HttpRequest.newBuilder(URI.create(base() + "/demo/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("username=" + p + "&password=demo")))
                        .text("access_token"));
    }

    /** A typed client that acts as a person. */
    static HubClient as(String person) {
        return CLIENTS.computeIfAbsent(person, p -> HubClient.at(URI.create(base()), () -> token(p), HTTP));
    }

    /** What the Hub refused to a typed client. */
    static HubProblem refusal(Runnable call) {
        try {
            call.run();
        } catch (HubProblem refused) {
            return refused;
        }
        throw new AssertionError("The Hub did as it was asked");
    }

    static Answer post(String person, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", "Bearer " + token(person))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    static Answer get(String person, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer " + token(person));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

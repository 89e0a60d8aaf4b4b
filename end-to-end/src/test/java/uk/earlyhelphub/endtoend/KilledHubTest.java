package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the server as {@code kill -9} does, with its database or without, while people work: what was answered is there once,
 * what was not answered is there once or not at all, and sending it again leads to one effect and the same answer.
 * {@code -Dhub.kills=300} makes it a long test.
 */
class KilledHubTest {
    private static final int KILLS = Integer.getInteger("hub.kills", 2);
    private static final int WORKERS = 4;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path folder;
    private final int port = freePort();
    private final int databasePort = freePort();
    private final Random random = new Random(20261123);
    private final Map<String, Sent> sent = new HashMap<>();
    private final ConcurrentLinkedQueue<String> looks = new ConcurrentLinkedQueue<>();
    private String referral = "";
    private String token = "";
    private Process server;
    private final Map<String, String> correlations = new ConcurrentHashMap<>();

    KilledHubTest() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "killed-").toAbsolutePath();
        server = start();
    }

    /** What somebody sent, and what came back before the kill: nothing, if it is in doubt. */
    private record Sent(String key, String path, String body, int status, String answer) {
        boolean answered() {
            return status > 0;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "uk.earlyhelphub.standalone.EarlyHelpHub",
                        "--server.port=" + port,
                        "--hub.demo.families=false",
                        "--hub.data=" + folder,
                        "--hub.data.port=" + databasePort))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    private void ready() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    assertThat(server.isAlive())
                            .as("see %s", folder.resolve("server.log"))
                            .isTrue();
                    return call("GET", "/actuator/health/liveness", "", "").status() == 200;
                });
        token = call("POST", "/demo/token", "username=maya&password=demo", "")
                .answer()
                .replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    /** What a request is called in the history, which does not tell its key. */
    private String correlation(String key) {
        return correlations.computeIfAbsent(key, k -> UUID.randomUUID().toString());
    }

    private Sent call(String method, String path, String body, String key) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (key.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        } else {
            request.header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", key)
                    .header("X-Correlation-Id", correlation(key));
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Sent(key, path, body, answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Sent(key, path, body, 0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final String SERVICE =
            "{\"name\":\"%s\",\"provider\":\"p\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}";

    /** Registers a service, changes how many places it has a few times, and begins anew, until the server is gone. */
    private void work(String worker, ConcurrentLinkedQueue<Sent> log) {
        for (int n = 0; ; n++) {
            var registered =
                    call("POST", "/api/services", SERVICE.formatted(worker + "." + n), "service-" + worker + "-" + n);
            log.add(registered);
            if (!registered.answered()) {
                return;
            }
            var id = JSON.readTree(registered.answer()).path("id").asString();
            for (int change = 0; change < 3; change++) {
                var changed = call(
                        "POST",
                        "/api/services/" + id + "/capacity",
                        "{\"places\":%d,\"reason\":\"r\"}".formatted(change + 2),
                        "change-" + worker + "-" + n + "-" + change);
                log.add(changed);
                if (!changed.answered()) {
                    return;
                }
            }
        }
    }

    private void workUntilKilled(int round) throws Exception {
        var log = new ConcurrentLinkedQueue<Sent>();
        try (var workers = Executors.newFixedThreadPool(WORKERS + 1)) {
            for (int w = 0; w < WORKERS; w++) {
                var worker = round + "." + w;
                workers.submit(() -> work(worker, log));
            }
            workers.submit(() -> look(round));
            // Not waiting for anything: how long they may work is what varies.
            assertThat(server.waitFor(500 + random.nextInt(1500), TimeUnit.MILLISECONDS))
                    .isFalse();
            kill(round % 2 == 1);
        }
        log.forEach(s -> sent.put(s.key(), s));
    }

    private void kill(boolean databaseToo) throws IOException, InterruptedException {
        var pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
        server.destroyForcibly().waitFor();
        if (databaseToo) {
            var postmaster = ProcessHandle.of(pid).orElseThrow();
            var all = new ArrayList<>(postmaster.children().toList());
            all.addFirst(postmaster);
            all.forEach(ProcessHandle::destroyForcibly);
            await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void an_answer_is_a_promise_whatever_is_killed_when() throws Exception {
        ready();
        aCase();
        for (int round = 0; round < KILLS; round++) {
            workUntilKilled(round);
            server = start();
            ready();
            whatWasAnsweredIsThereOnce();
            whoeverSawTheCaseIsOnRecord();
            whatIsInDoubtIsSettledBySendingItAgain();
            theReadModelTellsWhatTheHistoryTells();
        }
        assertThat(sent.size()).as("commands that were worked").isGreaterThan(KILLS * 10);
    }

    private JdbcTemplate database() throws IOException {
        var password = Files.readString(folder.resolve("postgres.password")).strip();
        return new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres", password));
    }

    private void aCase() {
        var search = JSON.readTree(call("POST", "/api/person-searches", "{\"name\":\"Kilian Killed\"}", "search-0001")
                        .answer())
                .get("searchId")
                .asString();
        var received = call(
                "POST",
                "/api/referrals",
                """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Kilian Killed","inHousehold":true}]}""".formatted(LocalDate.now(ZoneId.of("Europe/London")), search),
                "referral-0001");
        assertThat(received.status()).as(received.answer()).isEqualTo(201);
        referral = JSON.readTree(received.answer()).get("id").asString();
    }

    /** Opens the case again and again, and keeps the key of every look that showed a name, until the server is gone. */
    private void look(int round) {
        for (var n = 0; ; n++) {
            var key = "look-" + round + "-" + n + "-at-the-case";
            var seen = call("GET", "/api/referrals/" + referral, "", key);
            if (!seen.answered()) {
                return;
            }
            if (seen.answer().contains("Kilian")) {
                looks.add(key);
            }
        }
    }

    /** Not one byte about anybody left without its entry, whatever was killed in between. */
    private void whoeverSawTheCaseIsOnRecord() throws IOException {
        assertThat(looks).isNotEmpty();
        assertThat(database()
                        .queryForObject(
                                "select count(distinct metadata ->> 'correlationId') from events.domain_event"
                                        + " where type = 'RecordAccess.RecordOpened' and metadata ->> 'correlationId' = any (?)",
                                Integer.class,
                                (Object) looks.stream().map(this::correlation).toArray(String[]::new)))
                .isEqualTo(looks.size());
    }

    private Map<String, Integer> effects() throws IOException {
        var keys = correlations.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        var effects = new HashMap<String, Integer>();
        database()
                .query(
                        "select metadata->>'correlationId', count(*)::int from events.domain_event where stream = 'ServiceOffer' group by 1",
                        row -> {
                            effects.put(keys.getOrDefault(row.getString(1), "nobody sent this"), row.getInt(2));
                        });
        return effects;
    }

    private void whatWasAnsweredIsThereOnce() throws IOException {
        var effects = effects();
        assertThat(sent.values())
                .allSatisfy(s -> assertThat(effects.getOrDefault(s.key(), 0))
                        .as("%s, answered: %s", s.key(), s.answered())
                        .isBetween(s.answered() ? 1 : 0, 1));
        assertThat(effects.keySet()).isSubsetOf(sent.keySet());
    }

    private void whatIsInDoubtIsSettledBySendingItAgain() throws IOException {
        for (var earlier : List.copyOf(sent.values())) {
            var again = call("POST", earlier.path(), earlier.body(), earlier.key());
            assertThat(again.status())
                    .as("%s: %s", again.path(), again.answer())
                    .isBetween(201, 202);
            if (earlier.answered()) {
                assertThat(again.answer()).isEqualTo(earlier.answer());
            }
            sent.put(again.key(), again);
        }
        assertThat(effects())
                .containsOnlyKeys(sent.keySet())
                .allSatisfy((key, count) -> assertThat(count).isEqualTo(1));
    }

    private void theReadModelTellsWhatTheHistoryTells() throws IOException {
        var differing = """
                with told as (
                  select distinct on (aggregate_id) aggregate_id, (payload->>'places')::int as places
                  from events.domain_event where stream = 'ServiceOffer' order by aggregate_id, sequence desc)
                select count(*) from told full join projections.service_offer o on o.offer_id::text = told.aggregate_id
                where o.places is distinct from told.places""";
        var tables = database();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tables.queryForObject(differing, Integer.class))
                        .isZero());
    }

    @AfterEach
    void stop() throws SQLException, IOException, InterruptedException {
        server.destroy();
        server.waitFor();
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                "postgres",
                Files.readString(folder.resolve("postgres.password")).strip())) {
            throw new AssertionError("The server left its database running: " + connection);
        } catch (SQLException stopped) {
            assertThat(stopped.getSQLState()).startsWith("08");
        }
    }
}

package uk.earlyhelphub.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.personaldata.CodeKeys;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.engine.CommitNotices;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.ProgressSignal;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * The whole server as a process of its own: commands over HTTP, how soon another process sees what was done, start-up, memory,
 * and what an event takes on disk. Each beside a plain insert of the same kind of row with as many connections.
 */
final class ServerBenchmark {
    private static final int SECONDS = 6;
    private static final int[] READERS = {1, 16};
    private static final String HUB = "uk.earlyhelphub.standalone.EarlyHelpHub";
    private static final String SERVICE =
            "{\"name\":\"%s\",\"provider\":\"p\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Report report;
    private final Path folder;
    private final int port = freePort();
    private final int databasePort = freePort();
    private Process server;
    private String token = "";

    private ServerBenchmark(Report report) throws IOException {
        this.report = report;
        folder = Files.createTempDirectory("hub-server-benchmark").toAbsolutePath();
        server = start(HUB);
    }

    static void run(Report report) throws Exception {
        var benchmark = new ServerBenchmark(report);
        try {
            benchmark.measure();
        } finally {
            benchmark.stop();
            EngineBenchmark.delete(benchmark.folder);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String main) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main,
                        "--server.port=" + port,
                        "--hub.demo.families=false",
                        "--hub.data=" + folder,
                        "--hub.data.port=" + databasePort)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void stop() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    private void measure() throws Exception {
        ready();
        stop();
        var begun = System.nanoTime();
        server = start(HUB);
        ready();
        report.add("start to ready, with data there, seconds", (System.nanoTime() - begun) / 1e9, null);
        report.add("start to ready, processor seconds of the server", cpu(List.of(server.toHandle())) / 1e9, null);
        try (var limit = new Limit()) {
            // A server that has just started compiles more than it serves.
            for (int warm = 0; warm < 8; warm++) {
                rate(16, worker -> requireDone(post(worker, "/api/services", SERVICE.formatted(worker))));
            }
            for (var connections : new int[] {1, 16, 64}) {
                commands(connections, limit);
            }
        }
        report.add("memory of the server under load, MB", residentMegabytes(), null);
        reads();
        disk();
        lagInAnotherProcess();
    }

    private void ready() throws InterruptedException {
        var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (send("GET", "/actuator/health/liveness", "", false) == null) {
            if (System.nanoTime() > patience || !server.isAlive()) {
                throw new IllegalStateException("The server did not start");
            }
            Thread.onSpinWait();
        }
        var answer = String.valueOf(send("POST", "/demo/token", "username=maya&password=demo", false));
        token = JSON.readTree(answer).get("access_token").asString();
    }

    /** The body of a good answer, or nothing. */
    private @Nullable String send(String method, String path, String body, boolean signedIn)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", signedIn ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (signedIn) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 300 ? answer.body() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private interface Work {
        void once(int worker) throws Exception;
    }

    private final Map<Integer, Wire> wires = new ConcurrentHashMap<>();

    private @Nullable String post(int worker, String path, String body) throws IOException {
        return onTheWire(worker, "POST", path, body);
    }

    private @Nullable String onTheWire(int worker, String method, String path, String body) throws IOException {
        var wire = wires.get(worker);
        if (wire == null) {
            wire = new Wire(port);
            wires.put(worker, wire);
        }
        var answer = wire.send(method, path, token, body);
        if (wire.ended()) {
            wires.remove(worker);
        }
        return answer;
    }

    private record Rate(double perSecond, double p99Millis, double cpuMicros) {}

    private Rate rate(int workers, Work work) throws Exception {
        var samples = new ConcurrentHashMap<Integer, List<Long>>();
        var processes = new ArrayList<ProcessHandle>();
        processes.add(server.toHandle());
        server.descendants().forEach(processes::add);
        var before = cpu(processes);
        // Connections that were idle meanwhile are closed by the server.
        wires.clear();
        var begun = System.nanoTime();
        var end = begun + TimeUnit.SECONDS.toNanos(SECONDS);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            for (int w = 0; w < workers; w++) {
                var worker = w;
                running.add(threads.submit(() -> {
                    var mine = new ArrayList<Long>();
                    while (System.nanoTime() < end) {
                        var from = System.nanoTime();
                        work.once(worker);
                        mine.add(System.nanoTime() - from);
                    }
                    samples.put(worker, mine);
                    return null;
                }));
            }
            for (var worker : running) {
                worker.get();
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var all = samples.values().stream().flatMap(List::stream).sorted().toList();
        return new Rate(
                all.size() / seconds,
                all.get(all.size() * 99 / 100) / 1e6,
                (cpu(processes) - before) / 1e3 / all.size());
    }

    private static double cpu(List<ProcessHandle> processes) {
        return processes.stream()
                .mapToLong(
                        p -> p.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }

    private void commands(int connections, Limit limit) throws Exception {
        Work create = worker -> requireDone(post(worker, "/api/services", SERVICE.formatted(UUID.randomUUID())));
        var own = new ConcurrentHashMap<Integer, String>();
        Work append = worker -> {
            var id = own.get(worker);
            if (id == null || ThreadLocalRandom.current().nextInt(20) == 0) {
                var made = requireDone(post(worker, "/api/services", SERVICE.formatted(UUID.randomUUID())));
                own.put(worker, JSON.readTree(made).get("id").asString());
            } else {
                requireDone(post(worker, "/api/services/" + id + "/capacity", "{\"places\":5,\"reason\":\"r\"}"));
            }
        };
        rate(connections, create);
        var before = rate(connections, limit);
        var created = rate(connections, create);
        var appended = rate(connections, append);
        var after = rate(connections, limit);
        var perSecond = (before.perSecond() + after.perSecond()) / 2;
        var p99 = (before.p99Millis() + after.p99Millis()) / 2;
        var at = " over HTTP, " + connections + " at once";
        report.add("create" + at + ", per second", created.perSecond(), perSecond, created.cpuMicros());
        report.add("append" + at + ", per second", appended.perSecond(), perSecond, appended.cpuMicros());
        report.add("create" + at + ", 99th percentile, ms", created.p99Millis(), p99);
    }

    /** Reads of a case, each on record before it is answered, beside the same reads by a server that keeps no looks. */
    private void reads() throws Exception {
        var search = requireDone(post(0, "/api/person-searches", "{\"name\":\"Benchmark\"}"));
        var made = requireDone(post(0, "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Benchmark","inHousehold":true}]}""".formatted(
                        LocalDate.now(ZoneId.of("Europe/London")),
                        JSON.readTree(search).get("searchId").asString())));
        var path = "/api/referrals/" + JSON.readTree(made).get("id").asString();
        requireDone(send("GET", path + "?version=1", "", true));
        var before = reads(HUB, path);
        var forgetful = reads(ForgetfulHub.class.getName(), path);
        var after = reads(HUB, path);
        for (int n = 0; n < READERS.length; n++) {
            var perSecond = (before.get(n).perSecond() + after.get(n).perSecond()) / 2;
            var cpu = (before.get(n).cpuMicros() + after.get(n).cpuMicros()) / 2;
            var limit = forgetful.get(n);
            report.add(
                    "read a case over HTTP, %d at once, on record first, per second (limit: the same, not on record)"
                            .formatted(READERS[n]),
                    perSecond,
                    limit.perSecond(),
                    cpu);
            report.add(
                    "processor that the entry adds to such a read, %d at once, µs".formatted(READERS[n]),
                    cpu - limit.cpuMicros(),
                    null);
        }
    }

    private List<Rate> reads(String main, String path) throws Exception {
        stop();
        server = start(main);
        ready();
        Work read = worker -> requireDone(onTheWire(worker, "GET", path, ""));
        var rates = new ArrayList<Rate>();
        rate(16, read);
        rate(16, read);
        for (var connections : READERS) {
            rate(connections, read);
            rates.add(rate(connections, read));
        }
        return rates;
    }

    private static String requireDone(@Nullable String answer) {
        if (answer == null) {
            throw new IllegalStateException("A command was not done");
        }
        return answer;
    }

    private HikariDataSource owner(int connections) throws IOException {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres");
        config.setUsername("postgres");
        config.setPassword(password());
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    private String password() throws IOException {
        return Files.readString(folder.resolve("postgres.password")).strip();
    }

    /** The same kind of row into a table with the same indexes, and nothing else. */
    private final class Limit implements Work, AutoCloseable {
        private final HikariDataSource source = owner(64);
        private final JdbcTemplate jdbc = new JdbcTemplate(source);

        Limit() throws IOException {
            jdbc.execute("create table public.limit_row (like events.domain_event including all)");
        }

        @Override
        public void once(int worker) {
            jdbc.update(
                    "insert into public.limit_row (epoch, tx, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                            + " select 1, pg_current_xact_id(), ?::uuid, stream, ?, 0, type, revision, now(), payload, metadata, decode(repeat('00', 36), 'hex') from (values ('ServiceOffer', 'ServiceOffer.ServiceOfferRegistered', 1, ?::json, ?::json)) as v (stream, type, revision, payload, metadata)",
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    SERVICE.formatted(UUID.randomUUID()),
                    "{\"actorId\":\"maya\",\"actorName\":\"Maya Lindqvist\",\"actorRole\":\"MANAGER\",\"organisation\":\"afc\",\"team\":\"windsor\",\"purpose\":\"OPERATE\",\"commandId\":\"3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f\",\"correlationId\":\"3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f\",\"causationId\":\"3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f\"}");
        }

        @Override
        public void close() {
            source.close();
        }
    }

    private double residentMegabytes() throws IOException {
        var status = Path.of("/proc/" + server.pid() + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void disk() throws IOException {
        try (var source = owner(2)) {
            var jdbc = new JdbcTemplate(source);
            var perEvent = "select pg_total_relation_size('%s')::float8 / greatest(1, (select count(*) from %s))";
            report.add(
                    "bytes on disk per event, with its indexes",
                    number(jdbc, perEvent.formatted("events.domain_event", "events.domain_event")),
                    null);
            report.add(
                    "bytes on disk per command receipt",
                    number(jdbc, perEvent.formatted("events.command_receipt", "events.command_receipt")),
                    null);
        }
    }

    private static double number(JdbcTemplate jdbc, String query) {
        var value = jdbc.queryForObject(query, Double.class);
        return value == null ? Double.NaN : value;
    }

    /** Notes when each event became visible to a projection in this process. */
    private record Seeing(Map<String, Long> seen) implements Projection {
        @Override
        public String name() {
            return "bench";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
            events.forEach(e -> seen.put(e.aggregateId(), System.nanoTime()));
        }
    }

    /** From the answer over HTTP until a projection in another process has its transaction done. */
    private void lagInAnotherProcess() throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres";
        var started = new DatabaseSetup(url, url, "postgres", password(), password()).start();
        var masters = MasterKeys.open(
                List.of(folder.resolve("master-key.json").toUri().toString()), password());
        var codes = new CodeKeys(started.databases().writer(), masters, started.epoch(), Clock.systemUTC()).open("");
        var seen = new ConcurrentHashMap<String, Long>();
        var tail = new CommitSignal();
        var progress = new ProgressSignal();
        var runner = new ProjectionRunner(
                new Seeing(seen),
                new EventLog(started.databases().reader(), new EventCodec(List.of()), codes, started.epoch()),
                started.databases().projector(),
                tail,
                progress,
                Clock.systemUTC());
        var notices = new CommitNotices(started.databases().projector(), tail);
        notices.start();
        runner.start();
        var lags = new ArrayList<Long>();
        var requests = new ArrayList<Long>();
        var missing = new AtomicLong();
        wires.clear();
        for (int n = 0; n < 1_500; n++) {
            var begun = System.nanoTime();
            var made = requireDone(post(0, "/api/services", SERVICE.formatted(n)));
            var answered = System.nanoTime();
            var id = JSON.readTree(made).get("id").asString();
            var deadline = answered + TimeUnit.SECONDS.toNanos(n == 0 ? 120 : 5);
            while (!seen.containsKey(id) && System.nanoTime() < deadline) {
                progress.await(progress.seen(), Duration.ofMillis(1));
            }
            if (!seen.containsKey(id)) {
                missing.incrementAndGet();
            } else if (n >= 300) {
                lags.add(Math.max(0, seen.get(id) - answered));
                requests.add(answered - begun);
            }
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(8));
        }
        runner.stop();
        notices.stop();
        started.databases().close();
        lags.sort(Long::compare);
        requests.sort(Long::compare);
        report.add("lag to another process, median, ms", at(lags, 50), at(requests, 50));
        report.add("lag to another process, 99th percentile, ms", at(lags, 99), at(requests, 99));
        report.add("events that the other process did not see", missing.get(), null);
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }
}

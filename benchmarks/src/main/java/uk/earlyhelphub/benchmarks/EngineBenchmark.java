package uk.earlyhelphub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.HubEventStore;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.engine.ProgressSignal;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.engine.SharedPages;

/**
 * Appends, lag, replay and loading, each beside what the database alone can do, on a durable PostgreSQL that the run starts
 * itself. The machine is shared, so read the ratios.
 */
final class EngineBenchmark {
    private static final Map<String, String> ENVELOPE = Map.of(
            "actorId",
            "bench",
            "actorName",
            "Benchmark",
            "actorRole",
            "CASEWORKER",
            "organisation",
            "afc",
            "purpose",
            "OPERATE",
            "commandId",
            "c",
            "correlationId",
            "c",
            "causationId",
            "c");
    private static final int SECONDS = 5;
    private static final int REPLAYED = 200_000;

    private final Databases databases;
    private final PostgresEventStorageEngine engine;
    private final EventLog log;
    private final JdbcTemplate owner;
    private final Report report;
    private final AtomicLong sink = new AtomicLong();

    private EngineBenchmark(LocalPostgres postgres, Report report) {
        this.report = report;
        var started = new DatabaseSetup(
                        postgres.jdbcUrl(),
                        postgres.jdbcUrl(),
                        postgres.owner(),
                        postgres.password(),
                        "benchmark roles secret")
                .start();
        var codec = new EventCodec(List.of());
        var codes = EventCodes.under(new byte[32]);
        databases = started.databases();
        engine = new PostgresEventStorageEngine(databases.writer(), codec, codes, started.epoch());
        log = new EventLog(databases.reader(), codec, codes, started.epoch());
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        source.setPassword(postgres.password());
        owner = new JdbcTemplate(source);
        owner.execute("create table public.limit_row (like events.domain_event including all)");
        owner.execute("grant insert, select on public.limit_row to hub_event_writer");
        owner.execute("create table projections.bench (id text primary key, n bigint)");
        owner.execute("grant all on projections.bench to hub_projector");
        // The lag is looked at through the reader, so that looking takes no connection from the projection.
        owner.execute("grant usage on schema projections to hub_event_reader");
        owner.execute("grant select on projections.bench to hub_event_reader");
    }

    /** Runs all of it on a server of its own. */
    static void run(Report report) throws Exception {
        var folder = Files.createTempDirectory("hub-benchmark");
        int port;
        try (var socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (var postgres = LocalPostgres.durable(folder, port)) {
            var benchmark = new EngineBenchmark(postgres, report);
            benchmark.run();
            benchmark.databases.close();
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        }
    }

    private void run() throws Exception {
        for (var threads : new int[] {1, 8}) {
            rate(threads, n -> raw());
            rate(threads, n -> append(UUID.randomUUID().toString(), 0));
            var before = rate(threads, n -> raw());
            var ours = rate(threads, n -> append(UUID.randomUUID().toString(), 0));
            var after = rate(threads, n -> raw());
            row("append one event, %d at once, per second".formatted(threads), ours, (before + after) / 2);
        }
        load();
        replay();
        lag();
        asAt();
        looks();
    }

    /** Looks of many readers at once, each committed before it returns, beside as many plain inserts. */
    private void looks() throws InterruptedException {
        var record =
                new DirectRecord(HubEventStore.over(engine, new CommitSignal(), () -> {}, e -> e), Clock.systemUTC());
        var reader = new DirectRecord.By(
                new Actor("bench", "Benchmark", Role.CASEWORKER, "afc", null), Purpose.CLARIFY_REFERRAL, "c");
        var referral = new ReferralId(UUID.randomUUID().toString());
        LongFunction<Long> look = n -> {
            var id = new AccessId(UUID.randomUUID().toString());
            record.add(
                    reader,
                    id.value(),
                    0,
                    id.value(),
                    new RecordOpened(id, referral, "casefile", "TEAM", List.of(), List.of()));
            return 1L;
        };
        for (var threads : new int[] {1, 16, 64}) {
            rate(threads, look);
            var before = rate(threads, n -> raw());
            var ours = rate(threads, look);
            var after = rate(threads, n -> raw());
            row("put a look on record, %d at once, per second".formatted(threads), ours, (before + after) / 2);
        }
    }

    /** A case of 30 events as it stood, from its own events, in a store that is small and in one of a million events. */
    private void asAt() {
        var id = UUID.randomUUID().toString();
        for (var n = 0; n < 30; n++) {
            append(id, n);
        }
        owner.execute("create table public.kept as select * from events.domain_event");
        owner.execute("truncate events.domain_event");
        owner.execute(
                "insert into events.domain_event overriding system value select * from public.kept where aggregate_id = '"
                        + id + "' or global_index <= 970");
        owner.execute("analyze events.domain_event");
        var small = folds(id);
        owner.execute(
                "insert into events.domain_event overriding system value select * from public.kept on conflict do nothing");
        owner.execute(
                "insert into events.domain_event (epoch, tx, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                        + " select epoch, tx, gen_random_uuid(), stream, 'fill-' || n, 0, type, revision, recorded_at, payload, metadata, code"
                        + " from (select * from events.domain_event where aggregate_id = '" + id + "' limit 1) e,"
                        + " generate_series(1, 1000000 - (select count(*) from events.domain_event)) n");
        owner.execute("analyze events.domain_event");
        var large = folds(id);
        report.add(
                "a case of 30 events as at an instant, 1,000,000 events stored, per second (limit: 1,000 stored)",
                large,
                small);
    }

    private double folds(String id) {
        var done = 0;
        for (var warm = 0; warm < 2; warm++) {
            done = 0;
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            while (System.nanoTime() < end) {
                var state = ReferralState.of(log.ofAggregate(id, 0).stream()
                        .map(e -> (ReferralEvent) e.payload())
                        .toList());
                sink.addAndGet(state.version());
                done++;
            }
        }
        return done / 3.0;
    }

    private void row(String what, double ours, double limit) {
        report.add(what, ours, limit);
    }

    private static DomainEventMessage<?> message(String id, long sequence) {
        return new GenericDomainEventMessage<>(
                "Referral",
                id,
                sequence,
                new ReferrerInformed(new ReferralId(id), InformMethod.EMAIL, null, LocalDate.of(2026, 11, 23)),
                MetaData.from(ENVELOPE),
                UUID.randomUUID().toString(),
                Instant.parse("2026-11-23T10:00:00Z"));
    }

    private long append(String id, long sequence) {
        engine.appendEvents(List.of(message(id, sequence)));
        return 1;
    }

    /** The same row, the same indexes, the same durability, and nothing else. */
    private long raw() {
        return new JdbcTemplate(databases.writer())
                .update(
                        "insert into public.limit_row (epoch, tx, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                                + " values (1, pg_current_xact_id(), ?::uuid, 'Referral', ?, 0, 'Referral.ReferrerInformed', 1, now(), ?::json, ?::json, decode(repeat('00', 36), 'hex'))",
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString(),
                        "{\"referralId\":\"3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f\",\"method\":\"EMAIL\",\"informedOn\":\"2026-11-23\"}",
                        "{\"actorId\":\"bench\",\"actorName\":\"Benchmark\",\"actorRole\":\"CASEWORKER\",\"organisation\":\"afc\",\"purpose\":\"OPERATE\",\"commandId\":\"c\",\"correlationId\":\"c\",\"causationId\":\"c\"}");
    }

    private static double rate(int threads, LongFunction<Long> work) throws InterruptedException {
        var done = new AtomicLong();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int t = 0; t < threads; t++) {
                pool.execute(() -> {
                    while (System.nanoTime() < end) {
                        done.addAndGet(work.apply(done.get()));
                    }
                });
            }
            pool.shutdown();
            if (!pool.awaitTermination(SECONDS + 30L, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The load did not stop");
            }
        }
        return done.get() / (double) SECONDS;
    }

    /** Loading is compared with what two round trips and three microseconds an event would take. */
    private void load() {
        var trips = median(200, () -> new JdbcTemplate(databases.reader()).queryForObject("select 1", Integer.class));
        for (var events : new int[] {10, 100, 1000}) {
            var id = UUID.randomUUID().toString();
            engine.appendEvents(
                    LongStream.range(0, events).mapToObj(n -> message(id, n)).toList());
            var ours = median(events == 1000 ? 200 : 1000, () -> sink.addAndGet(loaded(id)));
            row("load %d events, ms".formatted(events), ours, 2 * trips + events * 0.003);
        }
    }

    private long loaded(String id) {
        var read = 0L;
        for (var events = engine.readEvents(id, 0); events.hasNext(); events.next()) {
            read++;
        }
        return read;
    }

    private static double median(int times, Runnable work) {
        var samples = new ArrayList<Long>();
        for (int i = 0; i < times * 2; i++) {
            var start = System.nanoTime();
            work.run();
            if (i >= times) {
                samples.add(System.nanoTime() - start);
            }
        }
        samples.sort(Long::compare);
        return samples.get(samples.size() / 2) / 1e6;
    }

    private record Counting() implements Projection {
        @Override
        public String name() {
            return "bench";
        }

        @Override
        public List<String> tables() {
            return List.of("projections.bench");
        }

        @Override
        public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
            var counts = new java.util.TreeMap<String, Long>();
            events.forEach(e -> {
                e.payload();
                counts.merge(e.aggregateId(), 1L, Long::sum);
            });
            tables.batchUpdate(
                    "insert into projections.bench as b values (?, ?) on conflict (id) do update set n = b.n + excluded.n",
                    counts.entrySet().stream()
                            .map(e -> new Object[] {e.getKey(), e.getValue()})
                            .toList());
        }
    }

    private ProjectionRunner runner(CommitSignal tail, ProgressSignal progress) {
        return new ProjectionRunner(
                new Counting(), new SharedPages(log, tail), databases.projector(), tail, progress, Clock.systemUTC());
    }

    /** Replay is compared with reading the same pages and doing nothing. */
    private void replay() throws InterruptedException {
        for (int done = 0; done < REPLAYED; done += 1000) {
            var id = UUID.randomUUID().toString();
            engine.appendEvents(
                    LongStream.range(0, 1000).mapToObj(n -> message(id, n)).toList());
        }
        owner.execute("vacuum analyze events.domain_event");
        // A server that replays has been running for a while.
        replayed();
        var before = scanned();
        var ours = replayed();
        row("replay through a projection, events per second", ours, (before + scanned()) / 2);
    }

    private double replayed() throws InterruptedException {
        owner.execute("truncate projections.bench");
        owner.execute("delete from projections.position where projection = 'bench'");
        var tail = new CommitSignal();
        var progress = new ProgressSignal();
        var runner = runner(tail, progress);
        var head = log.head();
        var total = new JdbcTemplate(databases.reader())
                .queryForObject("select count(*) from events.domain_event", Long.class);
        var start = System.nanoTime();
        runner.start();
        while (!runner.standing().position().equals(head)) {
            progress.await(progress.seen(), Duration.ofMillis(20));
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        runner.stop();
        return (total == null ? 0 : total) / seconds;
    }

    private double scanned() {
        var read = 0L;
        var start = System.nanoTime();
        var position = uk.earlyhelphub.platform.engine.EventPosition.START;
        for (var page = log.after(position, 1000).events();
                !page.isEmpty();
                page = log.after(position, 1000).events()) {
            read += page.size();
            position = page.getLast().position();
        }
        return read / ((System.nanoTime() - start) / 1e9);
    }

    /** Lag runs from the return of the append until the projection has moved, and is compared with the append itself. */
    private void lag() throws InterruptedException {
        var tail = new CommitSignal();
        var progress = new ProgressSignal();
        var store = HubEventStore.over(engine, tail, tail::signal, e -> e);
        var runner = runner(tail, progress);
        runner.start();
        var appends = new ArrayList<Long>();
        var lags = new ArrayList<Long>();
        for (int i = 0; i < 2000; i++) {
            var id = UUID.randomUUID().toString();
            var begun = System.nanoTime();
            store.publish(message(id, 0));
            var returned = System.nanoTime();
            var seen = progress.seen();
            while (new JdbcTemplate(databases.reader())
                    .queryForList("select 1 from projections.bench where id = ?", id)
                    .isEmpty()) {
                progress.await(seen, Duration.ofMillis(1));
                seen = progress.seen();
            }
            if (i >= 500) {
                appends.add(returned - begun);
                lags.add(System.nanoTime() - returned);
            }
        }
        runner.stop();
        appends.sort(Long::compare);
        lags.sort(Long::compare);
        row("lag in one process, median, ms", lags.get(lags.size() / 2) / 1e6, appends.get(appends.size() / 2) / 1e6);
        row(
                "lag in one process, 99th percentile, ms",
                lags.get(lags.size() * 99 / 100) / 1e6,
                appends.get(appends.size() * 99 / 100) / 1e6);
    }
}

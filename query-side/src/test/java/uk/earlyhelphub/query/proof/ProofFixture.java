package uk.earlyhelphub.query.proof;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.localpostgres.ThrowAwayDatabase;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.query.fixture.MigratedDatabases;

/** A store on a real PostgreSQL, its owner, and a proof log in two folders. */
final class ProofFixture implements AutoCloseable {
    static final LogKey KEY = LogKey.generate("hub.test/history");
    static final EventCodes CODES = EventCodes.under(new byte[] {7});
    private static final String INSERT =
            "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                    + " values (?, ?::uuid, 'Referral', ?, 0, 'Referral.X', 1, ?, ?::json, ?::json, ?)";

    final ThrowAwayDatabase postgres = MigratedDatabases.next();
    final DatabaseSetup.Started started = MigratedDatabases.setup(postgres).start();
    final Databases databases = started.databases();
    final EventLog log = new EventLog(databases.reader(), new EventCodec(List.of()), CODES, started.epoch());
    final JdbcTemplate owner = new JdbcTemplate(ownerSource());
    final CommitSignal tail = new CommitSignal();
    final Path folder;
    String begin = "the first log of this test";
    LogKey key = KEY;
    List<Path> folders;
    List<Witness.Address> witnesses = List.of();
    Duration compareWithin = Duration.ofHours(1);
    private @Nullable ProofLogWriter keeper;

    ProofFixture(Path folder) {
        this.folder = folder;
        this.folders = List.of(folder.resolve("here"), folder.resolve("there"));
    }

    PGSimpleDataSource ownerSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        return source;
    }

    void record(int events) {
        for (var i = 0; i < events; i++) {
            append(
                    new JdbcTemplate(databases.writer()),
                    Instant.now(),
                    UUID.randomUUID().toString());
        }
        tail.signal();
    }

    /** A row as the Hub appends one, over any connection. */
    void append(JdbcTemplate connection, Instant at, String aggregateId) {
        insert(connection, INSERT, row(started.epoch(), at, aggregateId), CODES);
    }

    /** A row as only the owner of the database can write one, with the Hub's own code: as if a key had been stolen. */
    void forge(int epoch, String tx) {
        insert(
                owner,
                INSERT.replace("(epoch,", "(tx, epoch,").replace("(?,", "('" + tx + "'::xid8, ?,"),
                row(epoch, Instant.now(), UUID.randomUUID().toString()),
                CODES);
    }

    /** A row that the owner of the database adds by a true transaction, with a code of a key of their own. */
    void forge() {
        insert(
                owner,
                INSERT,
                row(started.epoch(), Instant.now(), UUID.randomUUID().toString()),
                EventCodes.under(new byte[] {8}));
        tail.signal();
    }

    /** Writes history anew as only somebody could who has the key of the codes, too. */
    void rewrite(long index, String payload) {
        var row = log.storedAfter(EventPosition.START, 1000).stream()
                .filter(r -> r.position().index() == index)
                .findFirst()
                .orElseThrow();
        var other = new StoredEvent(
                row.position(),
                row.eventId(),
                row.stream(),
                row.aggregateId(),
                row.sequence(),
                row.type(),
                row.revision(),
                row.recordedAt(),
                payload,
                row.envelope(),
                true);
        owner.update(
                "update events.domain_event set payload = ?::json, code = ? where global_index = ?",
                payload,
                CODES.code(other.said()),
                index);
    }

    private static void insert(JdbcTemplate connection, String sql, StoredEvent row, EventCodes codes) {
        connection.update(
                sql,
                row.position().epoch(),
                row.eventId(),
                row.aggregateId(),
                row.recordedAt().atOffset(ZoneOffset.UTC),
                row.payload(),
                row.envelope(),
                codes.code(row.said()));
    }

    private static StoredEvent row(int epoch, Instant at, String aggregateId) {
        return new StoredEvent(
                new EventPosition(epoch, 0, 0),
                UUID.randomUUID().toString(),
                "Referral",
                aggregateId,
                0,
                "Referral.X",
                1,
                at.truncatedTo(ChronoUnit.MICROS),
                "{\"a\": \"\u00e9\\n\"}",
                "{\"actorId\":\"amy\"}",
                true);
    }

    String txAhead() {
        return String.valueOf(owner.queryForObject(
                "select (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000)::text", String.class));
    }

    ProofLogWriter open() {
        var settings = new ProofLogWriter.Settings(
                key, folders, witnesses, Duration.ofMillis(20), compareWithin, Duration.ofMillis(50), begin);
        var opened = new ProofLogWriter(settings, log, databases, tail, new Signal(), Clock.systemUTC());
        keeper = opened;
        return opened;
    }

    ProofLogWriter start(long until) {
        var running = open();
        running.start();
        await().until(() -> running.log().signed() == until);
        return running;
    }

    void stop() {
        Objects.requireNonNull(keeper).stop();
        keeper = null;
    }

    @Override
    public void close() {
        if (keeper != null) {
            keeper.stop();
        }
        databases.close();
        postgres.close();
    }
}

package uk.earlyhelphub.query.proof;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.query.fixture.MigratedDatabases;

/** A store on a real PostgreSQL, its owner, and a proof log in two folders. */
final class ProofFixture implements AutoCloseable {
    static final LogKey KEY = LogKey.generate("hub.test/history");
    static final String INSERT =
            "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata)"
                    + " values (?, ?::uuid, 'Referral', ?, 0, 'Referral.X', 1, now(), '{\"a\": \"\u00e9\\n\"}', '{\"actorId\":\"amy\"}')";

    final ThrowAwayDatabase postgres = MigratedDatabases.next();
    final DatabaseSetup.Started started = MigratedDatabases.setup(postgres).start();
    final Databases databases = started.databases();
    final EventLog log = new EventLog(databases.reader(), new EventCodec(List.of()), started.epoch());
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
            new JdbcTemplate(databases.writer())
                    .update(
                            INSERT,
                            started.epoch(),
                            UUID.randomUUID().toString(),
                            UUID.randomUUID().toString());
        }
        tail.signal();
    }

    /** A row as only the owner of the database can write one. */
    void forge(int epoch, String tx) {
        owner.update(
                INSERT.replace("(epoch,", "(tx, epoch,").replace("(?,", "('" + tx + "'::xid8, ?,"),
                epoch,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
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

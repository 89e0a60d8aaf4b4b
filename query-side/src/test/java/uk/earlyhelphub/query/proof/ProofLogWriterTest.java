package uk.earlyhelphub.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.proof.ConsistencyProof;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;

class ProofLogWriterTest {
    private static final LogKey KEY = LogKey.generate("hub.test/history");

    private final LocalPostgres postgres = LocalPostgres.throwAway();
    private final DatabaseSetup.Started started = new DatabaseSetup(
                    postgres.jdbcUrl(), postgres.jdbcUrl(), postgres.owner(), "", "a secret for tests only")
            .start();
    private final Databases databases = started.databases();
    private final EventLog log = new EventLog(databases.reader(), new EventCodec(List.of()), started.epoch());
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final CommitSignal tail = new CommitSignal();
    private @Nullable ProofLogWriter keeper;

    @TempDir
    private Path folder;

    private PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        return source;
    }

    @BeforeEach
    void someHistory() {
        record(30);
    }

    @AfterEach
    void end() {
        if (keeper != null) {
            keeper.stop();
        }
        databases.close();
        postgres.close();
    }

    private void record(int events) {
        for (var i = 0; i < events; i++) {
            new JdbcTemplate(databases.writer())
                    .update(
                            "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata)"
                                    + " values (?, ?::uuid, 'Referral', ?, 0, 'Referral.X', 1, now(), '{\"a\": \"\u00e9\\n\"}', '{\"actorId\":\"amy\"}')",
                            started.epoch(),
                            UUID.randomUUID().toString(),
                            UUID.randomUUID().toString());
        }
        tail.signal();
    }

    private ProofLogWriter keeper(List<URI> witnesses) {
        return keeper(KEY, witnesses);
    }

    private ProofLogWriter keeper(LogKey key, List<URI> witnesses) {
        var settings = new ProofLogWriter.Settings(
                key,
                List.of(folder.resolve("here"), folder.resolve("there")),
                witnesses,
                Duration.ofMillis(20),
                Duration.ofHours(1));
        return new ProofLogWriter(settings, log, tail, new Signal(), Clock.systemUTC());
    }

    private ProofLogWriter started(long until) {
        var started = keeper(List.of());
        keeper = started;
        started.start();
        await().until(() -> started.log().signed() == until);
        return started;
    }

    private void stop() {
        java.util.Objects.requireNonNull(keeper).stop();
        keeper = null;
    }

    @Test
    void everything_recorded_is_signed_for_in_every_place() throws Exception {
        started(30);
        record(5);
        await().until(() -> java.util.Objects.requireNonNull(keeper).log().signed() == 35);
        stop();
        var here = Files.readString(folder.resolve("here/checkpoint"));
        assertThat(SignedCheckpoint.verify(here, KEY.publicKey()).checkpoint().size())
                .isEqualTo(35);
        assertThat(Files.readString(folder.resolve("there/checkpoint"))).isEqualTo(here);
        assertThat(folder.resolve("there/leaves")).hasSameBinaryContentAs(folder.resolve("here/leaves"));
        record(1);
        started(36);
    }

    @Test
    void an_event_that_commits_late_keeps_its_place() throws Exception {
        try (var late = databases.writer().getConnection();
                var insert = late.prepareStatement(
                        "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata)"
                                + " values (1, gen_random_uuid(), 'Referral', 'late', 0, 'Referral.X', 1, now(), '{}', '{}')")) {
            late.setAutoCommit(false);
            insert.executeUpdate();
            record(3);
            var signed = started(30);
            late.commit();
            tail.signal();
            await().until(() -> signed.log().signed() == 34);
            assertThat(signed.held().compare().verdict().findings()).isEmpty();
        }
    }

    @Test
    void a_history_that_lost_its_end_is_refused() {
        started(30);
        stop();
        owner.update("delete from events.domain_event where global_index > 25");
        assertThatThrownBy(() -> keeper(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signed over 30 events")
                .hasMessageContaining("holds 25");
    }

    @Test
    void a_history_whose_newest_events_were_altered_is_refused() {
        started(30);
        stop();
        owner.update("update events.domain_event set payload = '{}' where global_index = 28");
        assertThatThrownBy(() -> keeper(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not what was recorded as leaf 27");
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_refused() throws Exception {
        started(30);
        stop();
        var file = folder.resolve("there/checkpoint");
        var old = SignedCheckpoint.verify(Files.readString(file), KEY.publicKey());
        Files.writeString(
                file,
                SignedCheckpoint.sign(old.checkpoint(), LogKey.generate("hub.test/history"))
                        .note());
        assertThatThrownBy(() -> keeper(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not sign");
        // The key of the refused one is free again: nothing stays locked.
        Files.writeString(file, old.note());
        started(30);
    }

    @Test
    void with_a_new_key_and_empty_places_the_same_history_leads_to_the_same_root() throws Exception {
        var before = started(30).log().newest().orElseThrow().checkpoint();
        stop();
        Files.move(folder.resolve("here"), folder.resolve("here-before"));
        Files.move(folder.resolve("there"), folder.resolve("there-before"));
        var replaced = keeper(LogKey.generate("hub.test/history"), List.of());
        keeper = replaced;
        replaced.start();
        await().until(() -> replaced.log().signed() == 30);
        assertThat(replaced.log().newest().orElseThrow().checkpoint()).isEqualTo(before);
    }

    @Test
    void leaves_that_were_exchanged_are_refused() throws Exception {
        started(30);
        stop();
        var leaves = folder.resolve("there/leaves");
        var bytes = Files.readAllBytes(leaves);
        bytes[60] ^= 1;
        Files.write(leaves, bytes);
        assertThatThrownBy(() -> keeper(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not lead to the root");
    }

    @Test
    void a_place_that_was_away_is_caught_up() throws Exception {
        started(30);
        stop();
        for (var file : List.of("leaves", "checkpoint", "checkpoints")) {
            Files.delete(folder.resolve("there").resolve(file));
        }
        record(2);
        started(32);
        stop();
        assertThat(folder.resolve("there/leaves")).hasSameBinaryContentAs(folder.resolve("here/leaves"));
    }

    @Test
    void whatever_a_superuser_alters_is_found() throws IOException {
        var running = started(30);
        owner.update(
                "update events.domain_event set recorded_at = recorded_at - interval '1 day' where global_index = 3");
        owner.update("delete from events.domain_event where global_index = 9");
        owner.update("update events.domain_event set tx = '3' where global_index = 20");
        var verdict = running.held().compare().verdict();
        assertThat(verdict.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(
                        Finding.Kind.INSERTED, Finding.Kind.EDITED, Finding.Kind.DELETED, Finding.Kind.DELETED);
    }

    @Test
    void a_second_keeper_of_the_same_log_is_refused() {
        started(30);
        assertThatThrownBy(() -> keeper(List.of())).hasMessageContaining("another process");
    }

    /** A witness that checks what it is shown, and forgets everything once. */
    @Test
    void a_witness_is_shown_that_the_log_only_grows() throws Exception {
        var seen = new CopyOnWriteArrayList<SignedCheckpoint>();
        var answers = new ArrayList<Integer>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var known = seen.isEmpty() ? 0 : seen.getLast().checkpoint().size();
            var parts = body.split("\n\n", 2);
            var lines = parts[0].split("\n");
            var status = 200;
            if (!lines[0].equals("old " + known)) {
                status = 409;
            } else {
                try {
                    var next = SignedCheckpoint.verify(parts[1], KEY.publicKey());
                    var path = java.util.Arrays.stream(lines)
                            .skip(1)
                            .map(Hash::fromBase64)
                            .toList();
                    if (known > 0
                            && !new ConsistencyProof(known, next.checkpoint().size(), path)
                                    .proves(
                                            seen.getLast().checkpoint().root(),
                                            next.checkpoint().root())) {
                        status = 422;
                    } else {
                        seen.add(next);
                    }
                } catch (SignedCheckpoint.Forged _) {
                    status = 403;
                }
            }
            answers.add(status);
            var answer = String.valueOf(known).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var first = keeper(
                    List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")));
            keeper = first;
            first.start();
            await().until(() -> !seen.isEmpty());
            record(4);
            await().until(() -> seen.getLast().checkpoint().size() == 34);
            stop();
            // A keeper that does not know what the witness knows asks, and goes on from there.
            var second = keeper(
                    List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
            keeper = second;
            second.start();
            record(2);
            await().until(() -> seen.getLast().checkpoint().size() == 36);
            await().until(() -> second.standing().troubles().isEmpty());
            assertThat(answers).contains(409).doesNotContain(403, 422);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_witness_that_cannot_be_reached_is_shown_in_the_standing() {
        var alone = keeper(List.of(URI.create("http://127.0.0.1:1/")));
        keeper = alone;
        alone.start();
        await().untilAsserted(() -> assertThat(alone.standing().troubles()).containsKey("witness 127.0.0.1"));
        assertThat(alone.standing().size()).isPositive();
    }
}

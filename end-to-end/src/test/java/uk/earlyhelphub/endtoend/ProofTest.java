package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.proof.ConsistencyProof;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.HistoryVerifier;
import uk.earlyhelphub.proof.NotAHistory;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.PublicLogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;
import uk.earlyhelphub.proof.Verdict;

/** An auditor who does not trust the Hub: only the public key, got elsewhere, and what they kept themselves. */
class ProofTest {
    private static final String EXPORT = "{\"purpose\":\"AUDIT\",\"expiresInDays\":30}";

    /** As it would be handed to the auditor in person, when the Hub was set up. */
    private static PublicLogKey key() throws IOException {
        var data = CONTEXT.getEnvironment().getProperty("hub.data");
        return PublicLogKey.parse(Files.readString(Path.of(String.valueOf(data), "proof-key.pub")));
    }

    private static String received(String commandId) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Petra Proof\"}")
                .text("searchId");
        var answer = post(
                "amy",
                "/api/referrals",
                """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Petra Proof","inHousehold":true}]}""".formatted(LocalDate.now(ZoneId.of("Europe/London")), search),
                "Idempotency-Key",
                commandId);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static Verdict verify(String history, SignedCheckpoint... kept) throws IOException, NotAHistory {
        return new HistoryVerifier(key(), List.of(kept), bytes -> {})
                .verify(new ByteArrayInputStream(history.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a command is called in the history, which does not tell the key that it was sent with. */
    static String calledIn(String leaf) {
        var called = Pattern.compile("commandId\\W+([0-9a-f-]{36})").matcher(leaf);
        assertThat(called.find()).as(leaf).isTrue();
        return called.group(1);
    }

    @Test
    void a_receipt_can_be_exchanged_for_proof_that_its_events_are_in_the_history() throws Exception {
        var command = UUID.randomUUID().toString();
        received(command);
        var proofs = get("amy", "/api/proof/commands/" + command);
        assertThat(proofs.status()).as(proofs.body()).isEqualTo(200);
        assertThat(proofs.json()).hasSize(2);
        var called = calledIn(proofs.json().get(0).get("leaf").asString());
        for (var proof : proofs.json()) {
            var leaf = proof.get("leaf").asString();
            assertThat(leaf)
                    .contains(proof.get("eventId").asString())
                    .contains(called)
                    .doesNotContain(command)
                    .doesNotContain("Petra");
            ProofFile.verify(proof.get("proof").asString(), leaf.getBytes(StandardCharsets.UTF_8), key());
            var same = get("amy", "/api/proof/events/" + proof.get("position").asString());
            assertThat(same.text("leaf")).isEqualTo(leaf);
            assertThat(get("hana", "/api/proof/events/" + proof.get("position").asString())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(get("tom", "/api/proof/commands/" + command).status()).isEqualTo(404);
        assertThat(get("tom", "/api/proof/commands/" + called).status()).isEqualTo(404);
        assertThat(get("amy", "/api/proof/commands/" + called).status()).isEqualTo(200);
        assertThat(get("aled", "/api/proof/commands/" + called).status()).isEqualTo(200);
        assertThat(get("aled", "/api/proof/commands/none").status()).isEqualTo(404);
    }

    @Test
    void a_kept_checkpoint_is_shown_to_be_the_beginning_of_every_later_one() throws Exception {
        received(UUID.randomUUID().toString());
        var kept = keptCheckpoint();
        received(UUID.randomUUID().toString());
        await().untilAsserted(() -> assertThat(
                        get("aled", "/api/proof").json().get("size").asLong())
                .isGreaterThan(kept.checkpoint().size()));
        var growth =
                get("aled", "/api/proof/consistency?from=" + kept.checkpoint().size());
        var later = SignedCheckpoint.verify(growth.text("checkpoint"), key()).checkpoint();
        var path = growth.json()
                .get("path")
                .valueStream()
                .map(h -> Hash.fromBase64(h.asString()))
                .toList();
        assertThat(new ConsistencyProof(kept.checkpoint().size(), later.size(), path)
                        .proves(kept.checkpoint().root(), later.root()))
                .isTrue();
        for (var size : List.of("0", "-1", String.valueOf(Long.MAX_VALUE), "x")) {
            assertThat(get("aled", "/api/proof/consistency?from=" + size).status())
                    .isEqualTo(400);
        }
    }

    private static SignedCheckpoint keptCheckpoint() throws Exception {
        await().until(() -> get("aled", "/api/proof/checkpoint").status() == 200);
        return SignedCheckpoint.verify(get("aled", "/api/proof/checkpoint").body(), key());
    }

    /** Scenario D of the peers' failures: an administrator of the database edits one row. */
    @Test
    void an_edited_row_is_named_by_the_exported_history_and_by_the_hub_itself() throws Exception {
        var command = UUID.randomUUID().toString();
        received(command);
        var edited = get("amy", "/api/proof/commands/" + command).json().get(0);
        var kept = keptCheckpoint();
        var honest = post("aled", "/api/proof/history-exports", EXPORT);
        assertThat(honest.status()).isEqualTo(200);
        assertThat(verify(honest.body(), kept).findings()).isEmpty();
        assertThat(honest.body()).doesNotContain("Petra");
        assertThat(post("aled", "/api/proof/comparisons", "")
                        .json()
                        .get("found")
                        .asLong())
                .isZero();

        asOwner(
                "update events.domain_event set metadata = replace(metadata::text, '\"amy\"', '\"tom\"')::json where event_id = '"
                        + edited.get("eventId").asString() + "'");
        try {
            var verdict =
                    verify(post("aled", "/api/proof/history-exports", EXPORT).body(), kept);
            assertThat(verdict.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Finding.Kind.EDITED);
                assertThat(finding.where())
                        .contains("leaf " + edited.get("index").asLong())
                        .contains(edited.get("eventId").asString())
                        .contains("Referral.ReferralReceived");
            });
            assertThat(found(post("aled", "/api/proof/comparisons", "")))
                    .contains(edited.get("eventId").asString());
            assertThat(get("omar", "/actuator/health").body()).contains("\"ALTERED\"");
        } finally {
            asOwner(
                    "update events.domain_event set metadata = replace(metadata::text, '\"tom\"', '\"amy\"')::json where event_id = '"
                            + edited.get("eventId").asString() + "'");
        }
        assertThat(post("aled", "/api/proof/comparisons", "")
                        .json()
                        .get("found")
                        .asLong())
                .isZero();
    }

    @Test
    void whoever_kept_a_checkpoint_fetches_and_verifies_only_what_is_new() throws Exception {
        received(UUID.randomUUID().toString());
        var kept = keptCheckpoint();
        var command = UUID.randomUUID().toString();
        received(command);
        await().until(() -> get("amy", "/api/proof/commands/" + command).status() == 200);
        var from = kept.checkpoint().size();
        var news = post(
                "aled",
                "/api/proof/history-exports",
                "{\"purpose\":\"AUDIT\",\"expiresInDays\":30,\"from\":" + from + "}");
        assertThat(news.status()).isEqualTo(200);
        assertThat(news.raw().headers().firstValue("Content-Disposition").orElseThrow())
                .contains("history-" + from + "-to-");
        var verdict = verify(news.body(), kept);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.leaves()).isGreaterThan(from);
        assertThat(verdict.covered()).isEqualTo(from);
        assertThat(news.body().lines().filter(line -> line.startsWith("e "))).hasSize((int) (verdict.leaves() - from));
        for (var size : List.of("0", "-1", "1000000000")) {
            assertThat(post(
                                    "aled",
                                    "/api/proof/history-exports",
                                    "{\"purpose\":\"AUDIT\",\"expiresInDays\":30,\"from\":" + size + "}")
                            .text("code"))
                    .isEqualTo("no-such-size");
        }
    }

    /** A row that no log can have used to turn a refusal into an effect. */
    @Test
    void nothing_is_decided_or_answered_from_a_row_that_nobody_wrote() throws Exception {
        var id = received(UUID.randomUUID().toString());
        var informed = "{\"method\":\"PHONE\",\"what\":\"We have it.\",\"informedOn\":\""
                + LocalDate.now(ZoneId.of("Europe/London")) + "\"}";
        asOwner(
                "insert into events.domain_event (epoch, tx, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                        + " select epoch, (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000)::text::xid8, gen_random_uuid(),"
                        + " stream, aggregate_id, sequence + 1, type, revision, recorded_at, payload, metadata, code"
                        + " from events.domain_event where aggregate_id = '"
                        + id + "' order by sequence desc limit 1");
        try {
            assertThat(get("amy", "/api/referrals/" + id + "/consent-check").status())
                    .isEqualTo(503);
            assertThat(post("amy", "/api/referrals/" + id + "/referrer-informed", informed)
                            .status())
                    .isEqualTo(503);
            await().untilAsserted(
                            () -> assertThat(found(get("aled", "/api/proof"))).startsWith("at "));
            received(UUID.randomUUID().toString());
        } finally {
            asOwner("delete from events.domain_event where aggregate_id = '" + id
                    + "' and tx >= pg_snapshot_xmax(pg_current_snapshot())");
        }
        assertThat(post("amy", "/api/referrals/" + id + "/referrer-informed", informed)
                        .status())
                .isEqualTo(202);
        await().untilAsserted(() -> assertThat(
                        get("aled", "/api/proof").json().get("found").asLong())
                .isZero());
    }

    /** The owner of the database needs no trick to add a row: a plain one, as the Hub's own role would. */
    @Test
    void nothing_is_decided_or_answered_from_a_row_that_the_hub_did_not_append() throws Exception {
        var id = received(UUID.randomUUID().toString());
        await().until(() -> get("aled", "/api/proof/checkpoint").status() == 200);
        asOwner(
                "insert into events.domain_event (epoch, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, code)"
                        + " select epoch, gen_random_uuid(), stream, aggregate_id, sequence + 1, type, revision, recorded_at, payload, metadata, code"
                        + " from events.domain_event where aggregate_id = '"
                        + id + "' order by sequence desc limit 1");
        try {
            assertThat(get("amy", "/api/referrals/" + id).status()).isEqualTo(503);
            assertThat(get("amy", "/api/referrals/" + id + "/consent-check").status())
                    .isEqualTo(503);
            await().untilAsserted(
                            () -> assertThat(found(get("aled", "/api/proof"))).contains(id));
            assertThat(get("aled", "/api/proof").body()).contains("\"FORGED\"");
            assertThat(get("omar", "/actuator/health").body()).contains("\"ALTERED\"");
            var next = UUID.randomUUID().toString();
            received(next);
            await().until(() -> get("amy", "/api/proof/commands/" + next).status() == 200);
            // Kept before the export, which must not be older than what is held against it.
            var kept = keptCheckpoint();
            var verdict =
                    verify(post("aled", "/api/proof/history-exports", EXPORT).body(), kept);
            assertThat(verdict.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Finding.Kind.INSERTED);
                assertThat(finding.where()).contains(id);
            });
        } finally {
            asOwner("delete from events.domain_event where aggregate_id = '" + id
                    + "' and sequence = (select max(sequence) from events.domain_event where aggregate_id = '" + id
                    + "')");
        }
        assertThat(get("amy", "/api/referrals/" + id).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        get("aled", "/api/proof").json().get("found").asLong())
                .isZero());
    }

    private static String found(Answer answer) {
        JsonNode findings = answer.json().get("findings");
        assertThat(findings).hasSize(1);
        return findings.get(0).get("where").asString();
    }

    private static void asOwner(String sql) throws SQLException {
        var postgres = CONTEXT.getBean(LocalPostgres.class);
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), postgres.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void an_export_is_on_record_before_and_after() {
        received(UUID.randomUUID().toString());
        await().until(() -> get("aled", "/api/proof/checkpoint").status() == 200);
        var export = post("aled", "/api/proof/history-exports", EXPORT);
        var id = export.raw().headers().firstValue("X-Export-Id").orElseThrow();
        await().untilAsserted(() -> assertThat(
                        post("aled", "/api/proof/history-exports", EXPORT).body())
                .contains("RecordAccess.RecordExported")
                .contains("RecordAccess.ExportDelivered")
                .contains(id));
        assertThat(post("amy", "/api/proof/history-exports", EXPORT).status()).isEqualTo(403);
        assertThat(post("aled", "/api/proof/history-exports", "{\"purpose\":\"AUDIT\",\"expiresInDays\":0}")
                        .text("code"))
                .isEqualTo("invalid-fields");
    }
}

package uk.earlyhelphub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.proof.Checkpoint;
import uk.earlyhelphub.proof.HistoryWriter;
import uk.earlyhelphub.proof.Leaf;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.MerkleTree;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** Nobody is accused because a file is another one than was meant, and nothing is called proved that is bound to nothing. */
class NoHistoryTest {
    private static final LogKey KEY = LogKey.generate("hub.test/history");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Leaf> rows = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree(i -> rows.get((int) i).hash());

    @TempDir
    private Path folder;

    @BeforeEach
    void aHistory() throws Exception {
        for (var i = 0; i < 9; i++) {
            rows.add(new Leaf(
                    1,
                    700 + i,
                    i + 1,
                    "event-" + i,
                    "Referral",
                    "case",
                    i,
                    "Referral.X",
                    1,
                    Instant.parse("2026-11-23T10:00:00Z").plusSeconds(i),
                    "{}",
                    "{}"));
            tree.add(rows.getLast().hash());
        }
        Files.write(folder.resolve("history"), exported(9));
        Files.writeString(folder.resolve("kept"), checkpoint(4).note());
    }

    private SignedCheckpoint checkpoint(long size) {
        return SignedCheckpoint.sign(new Checkpoint("hub.test/history", size, tree.root(size)), KEY);
    }

    private byte[] exported(int size) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var log = rows.subList(0, size).stream().map(r -> new LoggedLeaf(r.hash(), r.position()));
        HistoryWriter.write(
                bytes,
                List.of(checkpoint(size)),
                log.iterator(),
                rows.subList(0, size).iterator());
        return bytes.toByteArray();
    }

    private int hub(String... arguments) {
        return Hub.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void cannotBeChecked(byte[] content, String cause) throws Exception {
        Files.write(folder.resolve("other"), content);
        assertThat(hub("verify", file("other"), "-k", KEY.publicKey().toString()))
                .as(cause)
                .isEqualTo(2);
        assertThat(out + "" + err).contains(cause).doesNotContain("ALTERED");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_that_is_no_history_is_not_called_altered() throws Exception {
        var whole = Files.readAllBytes(folder.resolve("history"));
        cannotBeChecked(new byte[0], "the file is empty");
        cannotBeChecked(text("{\"status\":401,\"code\":\"signed-out\"}"), "another answer of a server");
        cannotBeChecked(text("<html>"), "another answer of a server");
        cannotBeChecked(text("hello\n"), "does not begin as one");
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(whole);
        }
        cannotBeChecked(zipped.toByteArray(), "compressed (gzip)");
        for (var cut = whole.length - 1; cut > 24; cut -= 97) {
            cannotBeChecked(java.util.Arrays.copyOf(whole, cut), "NOT CHECKED");
        }
        var turned = whole.clone();
        turned[whole.length / 2] ^= 1;
        cannotBeChecked(turned, "the file is not as it was written");
    }

    @Test
    void a_wrong_key_and_a_newer_checkpoint_are_not_called_altered() throws Exception {
        var other = LogKey.generate("hub.test/history").publicKey().toString();
        assertThat(hub("verify", file("history"), "-k", other)).isEqualTo(2);
        assertThat(out.toString()).contains("is it the key of this log").doesNotContain("ALTERED");
        Files.write(folder.resolve("older"), exported(5));
        Files.writeString(folder.resolve("newer"), checkpoint(9).note());
        assertThat(hub("verify", file("older"), "-k", KEY.publicKey().toString(), "-c", file("newer")))
                .isEqualTo(2);
        assertThat(out.toString()).contains("newer than the file").contains("rolled back");
    }

    @Test
    void a_file_cut_back_to_an_earlier_checkpoint_of_its_own_shows_by_its_last_event() throws Exception {
        Files.write(folder.resolve("older"), exported(5));
        var key = KEY.publicKey().toString();
        assertThat(hub("verify", file("older"), "-k", key, "-c", file("kept"))).isZero();
        assertThat(out.toString())
                .contains("The last event was recorded at 2026-11-23T10:00:04Z")
                .contains("cover the first 4 events; for the rest there is the log's key alone");
        assertThat(hub("verify", file("older"), "-k", key, "--not-older-than", "2026-11-23T10:00:08Z"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("fetch a newer history");
        assertThat(hub("verify", file("history"), "-k", key, "--not-older-than", "2026-11-23"))
                .isZero();
        assertThat(hub("verify", file("history"), "-k", key, "--not-older-than", "soon"))
                .isEqualTo(2);
    }

    @Test
    void programs_are_told_in_json() throws Exception {
        assertThat(hub("verify", file("history"), "-k", KEY.publicKey().toString(), "-c", file("kept"), "--json"))
                .isZero();
        var answer = JSON.readTree(out.toString());
        assertThat(answer.get("outcome").asString()).isEqualTo("INTACT");
        assertThat(answer.get("events").asLong()).isEqualTo(9);
        assertThat(answer.get("covered").asLong()).isEqualTo(4);
        assertThat(answer.get("lastRecordedAt").asString()).isEqualTo("2026-11-23T10:00:08Z");
        assertThat(answer.get("findings").isEmpty()).isTrue();
    }

    @Test
    void what_steers_a_terminal_is_written_out() throws Exception {
        var row = rows.get(3);
        rows.set(
                3,
                new Leaf(
                        row.epoch(),
                        row.tx(),
                        row.index(),
                        "\u001b]0;INTACT\u0007\u202e",
                        row.stream(),
                        row.aggregateId(),
                        row.sequence(),
                        row.type(),
                        1,
                        row.recordedAt(),
                        "{\"a\":1}",
                        "{}"));
        var log = new ArrayList<LoggedLeaf>();
        for (var leaf : rows) {
            log.add(new LoggedLeaf(leaf == rows.get(3) ? row.hash() : leaf.hash(), leaf.position()));
        }
        try (var file = Files.newOutputStream(folder.resolve("history"))) {
            HistoryWriter.write(file, List.of(checkpoint(3)), log.iterator(), rows.iterator());
        }
        assertThat(hub("verify", file("history"), "-k", KEY.publicKey().toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("EDITED leaf 3").contains("\\u001b]0;INTACT\\u0007\\u202e");
        assertThat(out.toString().chars().anyMatch(c -> c < ' ' && c != '\n')).isFalse();
    }

    @Test
    void a_growth_from_another_size_or_with_another_key_is_not_called_altered() throws Exception {
        var key = KEY.publicKey().toString();
        growth(7, tree.consistency(7, 9).path());
        assertThat(hub("verify-growth", file("growth"), "-k", key, "-c", file("kept")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("from a checkpoint of 7 events, and the one that you kept has 4");
        growth(4, tree.consistency(4, 9).path());
        assertThat(hub("verify-growth", file("growth"), "-k", key, "-c", file("kept")))
                .isZero();
        Files.writeString(folder.resolve("growth"), "{\"status\":401}");
        assertThat(hub("verify-growth", file("growth"), "-k", key, "-c", file("kept")))
                .isEqualTo(2);
        Files.writeString(folder.resolve("growth"), "<html>");
        assertThat(hub("verify-growth", file("growth"), "-k", key, "-c", file("kept")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is not JSON");
    }

    private void growth(long earlier, List<uk.earlyhelphub.proof.Hash> path) throws Exception {
        var json = JSON.createObjectNode();
        json.put("earlier", earlier)
                .put("size", 9)
                .put("checkpoint", checkpoint(9).note());
        var array = json.putArray("path");
        path.forEach(h -> array.add(h.toBase64()));
        Files.writeString(folder.resolve("growth"), json.toString());
    }

    private ObjectNode cited(int index) {
        var row = rows.get(index);
        return JSON.createObjectNode()
                .put("position", row.position().toString())
                .put("eventId", row.eventId())
                .put("type", row.type())
                .put("at", row.recordedAt().toString())
                .put("leafIndex", index)
                .put("leaf", row.line())
                .put("leafHash", row.hash().toBase64())
                .put(
                        "proof",
                        new ProofFile(tree.inclusion(index, 9), checkpoint(9).note()).text());
    }

    private int event(Object json, String... more) throws Exception {
        Files.writeString(folder.resolve("event"), json.toString());
        var arguments = new ArrayList<>(
                List.of("verify-event", file("event"), "-k", KEY.publicKey().toString()));
        arguments.addAll(List.of(more));
        return hub(arguments.toArray(String[]::new));
    }

    @Test
    void what_is_said_of_an_event_must_be_in_the_event() throws Exception {
        assertThat(event(cited(3))).isZero();
        assertThat(out.toString()).contains("PROVED: it is among the first 9 events: Referral.X event-3");
        assertThat(event(cited(3).put("type", "Referral.ConsentGiven"))).isEqualTo(1);
        assertThat(event(cited(3).put("at", "2020-01-01T00:00:00Z"))).isEqualTo(1);
        assertThat(event(cited(3).put("eventId", "event-4"))).isEqualTo(1);
        assertThat(event(cited(3).put("position", "1.1.1"))).isEqualTo(1);
        assertThat(event(cited(3).put("leafIndex", 4))).isEqualTo(1);
        assertThat(event(cited(3).put("leafHash", rows.get(4).hash().toBase64())))
                .isEqualTo(1);
        var other = LogKey.generate("hub.test/history").publicKey().toString();
        Files.writeString(folder.resolve("event"), cited(3).toString());
        assertThat(hub("verify-event", file("event"), "-k", other)).isEqualTo(2);
    }

    @Test
    void one_proof_does_not_serve_for_two_citations() throws Exception {
        assertThat(event(JSON.createArrayNode().add(cited(3)).add(cited(3)))).isEqualTo(1);
        assertThat(out.toString()).contains("the same event is shown twice");
    }

    @Test
    void the_text_of_a_pack_is_not_called_proved() throws Exception {
        var pack = JSON.createObjectNode().put("decision", "rewritten");
        pack.putArray("cited").add(cited(3)).add(cited(5));
        assertThat(event(pack)).isEqualTo(2);
        assertThat(out.toString()).contains("NOT CHECKED: the text of the pack");
        assertThat(event(pack, "--citations-only")).isZero();
        var byHash = cited(6);
        byHash.remove("leaf");
        pack.putArray("cited").add(byHash.put("type", "Referral.Other"));
        assertThat(event(pack, "--citations-only")).isZero();
        assertThat(out.toString()).contains("PROVED BY HASH").contains("were NOT CHECKED");
    }
}

package uk.earlyhelphub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.earlyhelphub.proof.Checkpoint;
import uk.earlyhelphub.proof.HistoryWriter;
import uk.earlyhelphub.proof.Leaf;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.LoggedLeaf;
import uk.earlyhelphub.proof.MerkleTree;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** The command line as an auditor types it. */
class HubTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Leaf> rows = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree(i -> rows.get((int) i).hash());
    private LogKey key = LogKey.generate("unset");

    @TempDir
    private Path folder;

    @BeforeEach
    void aKeyOfTheirOwn() throws Exception {
        assertThat(hub("make-proof-key", file("key"), "hub.test/history")).isZero();
        key = LogKey.read(folder.resolve("key"));
        assertThat(out.toString()).contains(key.publicKey().toString());
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
                    Instant.EPOCH,
                    "{}",
                    "{}"));
            tree.add(rows.getLast().hash());
        }
    }

    private int hub(String... arguments) {
        return Hub.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private SignedCheckpoint checkpoint(long size) {
        return SignedCheckpoint.sign(new Checkpoint("hub.test/history", size, tree.root(size)), key);
    }

    private void write(List<SignedCheckpoint> signed, List<Leaf> logged, List<Leaf> stored) throws Exception {
        try (var file = Files.newOutputStream(folder.resolve("history"))) {
            var log = logged.stream().map(r -> new LoggedLeaf(r.hash(), r.position()));
            HistoryWriter.write(file, signed, log.iterator(), stored.iterator());
        }
    }

    private void export(List<Leaf> stored) throws Exception {
        write(List.of(checkpoint(4), checkpoint(9)), rows, stored);
        Files.writeString(folder.resolve("kept"), checkpoint(4).note());
    }

    @Test
    void an_intact_history_is_said_to_be_intact() throws Exception {
        export(rows);
        assertThat(hub("verify", file("history"), "-k", file("key.pub"), "-c", file("kept")))
                .isZero();
        assertThat(out.toString()).contains("INTACT: 9 events");
        assertThat(err.toString()).contains("100 %");
        assertThat(hub("verify", file("history"), "-k", key.publicKey().toString()))
                .isZero();
        assertThat(out.toString()).contains("without a checkpoint of your own");
    }

    @Test
    void what_was_once_seen_to_be_true_is_remembered_and_finds_what_was_cut_back_or_written_anew() throws Exception {
        String[] verify = {"verify", file("history"), "-k", file("key.pub"), "--remember", file("memory")};
        export(rows);
        assertThat(hub(verify)).isZero();
        assertThat(out.toString()).contains("without a checkpoint of your own");
        assertThat(hub(verify)).isZero();
        assertThat(out.toString()).contains("cover the first 9 events.");

        write(List.of(checkpoint(4)), rows.subList(0, 4), rows.subList(0, 4));
        assertThat(hub(verify)).as("cut back").isEqualTo(2);
        assertThat(out.toString()).contains("ROLLED_BACK");
        var anew = new ArrayList<>(rows.subList(0, 8));
        anew.add(new Leaf(1, 708, 9, "other", "Referral", "case", 8, "Referral.X", 1, Instant.EPOCH, "{}", "{}"));
        var other = new MerkleTree(i -> anew.get((int) i).hash());
        anew.forEach(leaf -> other.add(leaf.hash()));
        var signedAnew = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 9, other.root(9)), key);
        write(List.of(signedAnew), anew, anew);
        assertThat(hub(verify)).as("written anew").isEqualTo(1);
        assertThat(out.toString()).contains("FORKED");
        assertThat(folder.resolve("memory"))
                .isDirectoryContaining(file -> file.endsWith("hub.test%2Fhistory.checkpoint"));
        assertThat(folder.resolve("memory/hub.test%2Fhistory.checkpoint"))
                .as("what was not intact is not remembered")
                .hasContent(checkpoint(9).note());
    }

    /** What was verified once is not fetched again. */
    @Test
    void what_is_new_since_the_remembered_checkpoint_is_enough() throws Exception {
        String[] verify = {"verify", file("history"), "-k", file("key.pub"), "--remember", file("memory"), "--json"};
        writeNew();
        assertThat(hub("verify", file("history"), "-k", file("key.pub"))).isEqualTo(2);
        assertThat(err.toString()).contains("the first 4 events").contains("that you kept");

        write(List.of(checkpoint(4)), rows.subList(0, 4), rows.subList(0, 4));
        assertThat(hub(verify)).isZero();
        writeNew();
        assertThat(hub(verify)).isZero();
        assertThat(out.toString().lines().toList().getLast())
                .contains("\"outcome\":\"INTACT\"", "\"events\":9", "\"covered\":4");
        assertThat(folder.resolve("memory/hub.test%2Fhistory.checkpoint"))
                .hasContent(checkpoint(9).note());
        assertThat(hub(verify)).as("it is newer than the file by now").isEqualTo(2);
    }

    private void writeNew() throws Exception {
        try (var file = Files.newOutputStream(folder.resolve("history"))) {
            HistoryWriter.write(
                    file,
                    new HistoryWriter.Start(4, tree.subtrees(4)),
                    List.of(checkpoint(4), checkpoint(9)),
                    rows.stream()
                            .skip(4)
                            .map(r -> new LoggedLeaf(r.hash(), r.position()))
                            .iterator(),
                    rows.listIterator(4));
        }
    }

    @Test
    void a_key_is_never_made_over_another_one() throws Exception {
        var before = Files.readString(folder.resolve("key"));
        assertThat(hub("make-proof-key", file("key"), "hub.test/history")).isEqualTo(2);
        assertThat(err.toString()).contains("Nothing was made: ").contains("never overwritten");
        assertThat(Files.readString(folder.resolve("key"))).isEqualTo(before);
    }

    @Test
    void an_altered_one_is_named() throws Exception {
        var altered = new ArrayList<>(rows);
        altered.remove(5);
        export(altered);
        assertThat(hub("verify", file("history"), "-k", file("key.pub"))).isEqualTo(1);
        assertThat(out.toString()).contains("DELETED leaf 5 (at 1.705.6)").contains("ALTERED: 2 findings");
    }

    @Test
    void a_checkpoint_kept_from_before_the_key_was_replaced_still_counts() throws Exception {
        export(rows);
        assertThat(hub("make-proof-key", file("new"), "hub.test/history")).isZero();
        key = LogKey.read(folder.resolve("new"));
        var old = Files.readString(folder.resolve("kept"));
        export(rows);
        Files.writeString(folder.resolve("kept"), old);
        String[] verify = {"verify", file("history"), "-k", file("new.pub"), "-c", file("kept")};
        assertThat(hub(verify)).isEqualTo(2);
        var withFormer = new ArrayList<>(List.of(verify));
        withFormer.addAll(List.of("--former-key", file("key.pub")));
        assertThat(hub(withFormer.toArray(String[]::new))).isZero();
        // What the log says today counts only with the key of today.
        assertThat(hub("verify", file("history"), "-k", file("key.pub"), "-f", file("new.pub")))
                .isEqualTo(2);
        assertThat(out.toString()).contains("is it the key of this log, and of today?");

        // With the new key in the wrong hands, history is written anew.
        var other = new MerkleTree(i -> rows.get((int) i + 1).hash());
        for (var i = 1; i < 9; i++) {
            other.add(rows.get(i).hash());
        }
        var signed = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 8, other.root(8)), key);
        try (var file = Files.newOutputStream(folder.resolve("history"))) {
            var rest = rows.subList(1, 9);
            var log = rest.stream().map(r -> new LoggedLeaf(r.hash(), r.position()));
            HistoryWriter.write(file, List.of(signed), log.iterator(), rest.iterator());
        }
        assertThat(hub(withFormer.toArray(String[]::new))).isEqualTo(1);
        assertThat(out.toString()).contains("FORK");
    }

    @Test
    void what_cannot_be_checked_is_neither() throws Exception {
        export(rows);
        assertThat(hub("verify", file("nowhere"), "-k", file("key.pub"))).isEqualTo(2);
        assertThat(hub("verify", file("history"), "-k", "rubbish+key")).isEqualTo(2);
        assertThat(hub("verify", file("history"))).isEqualTo(2);
        Files.writeString(folder.resolve("kept"), checkpoint(4).note().replace("\n4\n", "\n5\n"));
        assertThat(hub("verify", file("history"), "-k", file("key.pub"), "-c", file("kept")))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("Not checked")
                .contains("did not sign")
                .contains("--key");
    }

    @Test
    void the_proof_of_an_event_is_checked() throws Exception {
        var proof = new ProofFile(tree.inclusion(3, 9), checkpoint(9).note()).text();
        write("proof.json", rows.get(3).line(), proof);
        assertThat(hub("verify-event", file("proof.json"), "-k", file("key.pub")))
                .isZero();
        assertThat(out.toString())
                .contains("PROVED: it is among the first 9 events")
                .contains("event-3");
        write("proof.json", rows.get(4).line(), proof);
        assertThat(hub("verify-event", file("proof.json"), "-k", file("key.pub")))
                .isEqualTo(1);
        Files.writeString(folder.resolve("proof.json"), "[]");
        assertThat(hub("verify-event", file("proof.json"), "-k", file("key.pub")))
                .isEqualTo(2);
        Files.writeString(folder.resolve("proof.json"), "{}");
        assertThat(hub("verify-event", file("proof.json"), "-k", file("key.pub")))
                .isEqualTo(2);
    }

    private void write(String name, String leaf, String proof) throws Exception {
        var json = tools.jackson.databind.json.JsonMapper.builder().build().createObjectNode();
        json.put("leaf", leaf).put("proof", proof);
        Files.writeString(folder.resolve(name), json.toString());
    }

    @Test
    void growth_since_a_kept_checkpoint_is_checked() throws Exception {
        Files.writeString(folder.resolve("kept"), checkpoint(4).note());
        growth(tree.consistency(4, 9).path().stream().map(h -> h.toBase64()).toList());
        assertThat(hub("verify-growth", file("growth.json"), "-k", file("key.pub"), "-c", file("kept")))
                .isZero();
        assertThat(out.toString()).contains("begins with the 4");
        growth(List.of());
        assertThat(hub("verify-growth", file("growth.json"), "-k", file("key.pub"), "-c", file("kept")))
                .isEqualTo(1);
        growth(List.of("rubbish"));
        assertThat(hub("verify-growth", file("growth.json"), "-k", file("key.pub"), "-c", file("kept")))
                .isEqualTo(2);
    }

    private void growth(List<String> path) throws Exception {
        var json = tools.jackson.databind.json.JsonMapper.builder().build().createObjectNode();
        json.put("checkpoint", checkpoint(9).note());
        var array = json.putArray("path");
        path.forEach(array::add);
        Files.writeString(folder.resolve("growth.json"), json.toString());
    }

    @Test
    void a_new_key_says_where_its_two_halves_are_and_an_old_one_stays() throws Exception {
        var secret = folder.resolve("key");
        assertThat(out.toString())
                .contains("The secret key is in " + secret + ":", "The public key is in " + secret + ".pub:");
        var before = Files.readString(secret);
        assertThat(hub("make-proof-key", file("key"), "hub.test/history")).isEqualTo(2);
        assertThat(Files.readString(secret)).isEqualTo(before);
        assertThat(err.toString()).contains("Nothing was made: " + secret + " is there already");
        assertThat(hub("make-proof-key", file("nowhere/key"), "hub.test/history"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nowhere is not there");
    }
}

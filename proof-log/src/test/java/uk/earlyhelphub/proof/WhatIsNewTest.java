package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An auditor who kept a checkpoint fetches and verifies only what came after it. */
class WhatIsNewTest {
    private static final int SIZE = 60;
    private final Random random = new Random(7);
    private final History history = History.random(SIZE, random);

    private static SignedCheckpoint checkpoint(History history, int size) {
        return SignedCheckpoint.sign(
                new Checkpoint("hub.test/history", size, tree(history).root(size)), History.KEY);
    }

    private static MerkleTree tree(History history) {
        var tree = new MerkleTree(i -> history.log.get((int) i).hash());
        history.log.forEach(leaf -> tree.add(leaf.hash()));
        return tree;
    }

    private static byte[] since(History history, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        HistoryWriter.write(
                out,
                new HistoryWriter.Start(size, tree(history).subtrees(size)),
                history.checkpoints,
                history.log.listIterator(size),
                history.stored.listIterator(size));
        return out.toByteArray();
    }

    private static Verdict verify(byte[] file, SignedCheckpoint... kept) throws IOException, NotAHistory {
        return new HistoryVerifier(History.KEY.publicKey(), List.of(kept), bytes -> {})
                .verify(new ByteArrayInputStream(file));
    }

    @Test
    void from_any_kept_checkpoint_on_the_rest_is_intact_and_much_smaller() throws Exception {
        for (var size = 1; size <= SIZE; size++) {
            var file = since(history, size);
            var verdict = verify(file, checkpoint(history, size));
            assertThat(verdict.findings()).as("from %d", size).isEmpty();
            assertThat(verdict.leaves()).isEqualTo(SIZE);
            assertThat(verdict.covered()).isEqualTo(size);
        }
        assertThat(since(history, SIZE - 2).length).isLessThan(history.file().length / 4);
    }

    @Test
    void older_checkpoints_that_were_kept_too_do_not_matter() throws Exception {
        var verdict = verify(since(history, 31), checkpoint(history, 8), checkpoint(history, 31));
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void without_the_checkpoint_that_it_follows_it_shows_nothing() {
        for (var kept : List.of(List.<Integer>of(), List.of(30), List.of(8, 32))) {
            var checkpoints =
                    kept.stream().map(size -> checkpoint(history, size)).toArray(SignedCheckpoint[]::new);
            assertThatThrownBy(() -> verify(since(history, 31), checkpoints))
                    .isInstanceOf(NotAHistory.class)
                    .hasMessageContaining("the first 31 events");
        }
    }

    /** What was verified before is written anew, and signed again with the log's own key. */
    @Test
    void a_history_that_was_written_anew_before_the_kept_checkpoint_is_a_fork() throws Exception {
        var rows = new ArrayList<>(history.stored);
        var old = rows.get(5);
        rows.set(
                5,
                new Leaf(
                        old.epoch(),
                        old.tx(),
                        old.index(),
                        old.eventId(),
                        old.stream(),
                        old.aggregateId(),
                        old.sequence(),
                        old.type(),
                        old.revision(),
                        old.recordedAt(),
                        "{}",
                        old.envelope()));
        var anew = History.of(rows, History.KEY, random);
        var verdict = verify(since(anew, 31), checkpoint(history, 31));
        assertThat(verdict.findings()).extracting(Finding::kind).contains(Finding.Kind.FORKED);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.ALTERED);
    }

    @Test
    void what_is_new_and_edited_is_named() throws Exception {
        var rows = new ArrayList<>(history.stored);
        var old = rows.get(40);
        rows.set(
                40,
                new Leaf(
                        old.epoch(),
                        old.tx(),
                        old.index(),
                        old.eventId(),
                        old.stream(),
                        old.aggregateId(),
                        old.sequence(),
                        old.type(),
                        old.revision(),
                        old.recordedAt(),
                        "{}",
                        old.envelope()));
        var verdict = verify(since(history.stored(rows), 31), checkpoint(history, 31));
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.EDITED);
            assertThat(finding.where()).contains("leaf 40").contains(old.eventId());
        });
    }

    @Test
    void other_subtrees_than_those_of_the_kept_checkpoint_are_no_beginning() throws Exception {
        var text = new String(since(history, 31), java.nio.charset.StandardCharsets.UTF_8);
        var start = text.lines().skip(1).findFirst().orElseThrow();
        var hashes = start.split(" ");
        var swapped =
                start.replace(hashes[2], "x").replace(hashes[3], hashes[2]).replace("x", hashes[3]);
        for (var other : List.of(
                swapped,
                start.replace("s 31 ", "s 30 "),
                start + " " + hashes[2],
                "s 31",
                "s 0",
                "s -1 " + hashes[2])) {
            Verdict verdict;
            try {
                verdict = verify(
                        text.replace(start, other).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        checkpoint(history, 31));
            } catch (NotAHistory _) {
                continue;
            }
            assertThat(verdict.outcome()).as(other).isEqualTo(Verdict.Outcome.NOT_CHECKED);
        }
    }

    @Test
    void the_subtrees_of_every_size_lead_to_its_root() {
        var tree = tree(history);
        LongStream.rangeClosed(1, SIZE)
                .forEach(size -> assertThat(
                                RootBuilder.from(size, tree.subtrees(size)).root())
                        .isEqualTo(tree.root(size)));
    }
}

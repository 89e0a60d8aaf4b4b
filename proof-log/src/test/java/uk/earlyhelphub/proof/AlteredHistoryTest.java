package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever alters history is found, however they go about it; whoever does not is left alone. Seeded, so it can be repeated. */
@Execution(ExecutionMode.CONCURRENT)
class AlteredHistoryTest {
    private static final int EACH = 1_000;

    private final Random random = new Random(20261123);

    @Test
    void a_thousand_honest_histories_are_intact() {
        for (var i = 0; i < 1_000; i++) {
            var history = History.random(1 + random.nextInt(60), random);
            var kept = history.checkpoints.get(random.nextInt(history.checkpoints.size()));
            assertThat(history.verify(List.of(kept)).findings()).isEmpty();
            assertThat(history.compare().intact()).isTrue();
        }
    }

    /** An administrator changes rows; the file is then made honestly from what is stored. */
    @Test
    void what_is_changed_in_the_store_is_found_and_named() {
        for (var i = 0; i < 3 * EACH; i++) {
            var history = History.random(2 + random.nextInt(50), random);
            var rows = new ArrayList<>(history.stored);
            var at = random.nextInt(rows.size());
            var row = rows.get(at);
            var kind = Finding.Kind.EDITED;
            var named = row.eventId();
            switch (random.nextInt(9)) {
                case 0 -> rows.set(at, edited(row, row.payload().replace("note", "nota"), row.envelope()));
                case 1 -> rows.set(at, edited(row, row.payload(), row.envelope().replace("Worker", "Smith")));
                case 2 ->
                    rows.set(
                            at,
                            moved(
                                    row,
                                    row.aggregateId(),
                                    row.sequence(),
                                    row.recordedAt().minusSeconds(86_400)));
                case 3 -> rows.set(at, moved(row, "another case", row.sequence(), row.recordedAt()));
                case 4 -> rows.set(at, moved(row, row.aggregateId(), row.sequence() + 1, row.recordedAt()));
                case 5 -> {
                    rows.remove(at);
                    kind = Finding.Kind.DELETED;
                    named = row.position().toString();
                }
                case 6 -> {
                    var later = rows.subList(at, rows.size());
                    later.clear();
                    kind = Finding.Kind.DELETED;
                    named = row.position().toString();
                }
                case 7 -> {
                    var other = rows.get((at + 1) % rows.size());
                    rows.set(at, edited(row, other.payload(), row.envelope()));
                    rows.set((at + 1) % rows.size(), edited(other, row.payload(), other.envelope()));
                }
                default -> {
                    var stranger = new Leaf(
                            1,
                            row.tx(),
                            row.index() + 1_000_000,
                            "inserted",
                            "Referral",
                            "c",
                            0,
                            "t",
                            1,
                            row.recordedAt(),
                            "{}",
                            "{}");
                    rows.add(at + 1, stranger);
                    rows.sort((a, b) -> a.position().compareTo(b.position()));
                    kind = Finding.Kind.INSERTED;
                    named = "inserted";
                }
            }
            var verdict = history.stored(rows).verify(List.of());
            var expected = kind;
            var name = named;
            assertThat(history.stored(rows).compare().findings())
                    .anyMatch(f -> f.kind() == expected && f.where().contains(name));
            assertThat(verdict.findings())
                    .as("%s of %s", kind, name)
                    .anyMatch(f -> f.kind() == expected && f.where().contains(name));
        }
    }

    private static Leaf edited(Leaf row, String payload, String envelope) {
        return new Leaf(
                row.epoch(),
                row.tx(),
                row.index(),
                row.eventId(),
                row.stream(),
                row.aggregateId(),
                row.sequence(),
                row.type(),
                row.revision(),
                row.recordedAt(),
                payload,
                envelope);
    }

    private static Leaf moved(Leaf row, String aggregate, long sequence, java.time.Instant at) {
        return new Leaf(
                row.epoch(),
                row.tx(),
                row.index(),
                row.eventId(),
                row.stream(),
                aggregate,
                sequence,
                row.type(),
                row.revision(),
                at,
                row.payload(),
                row.envelope());
    }

    /** Somebody changes the file, as cleverly as can be done without the key: hashes, counts and checksum all fit. */
    @Test
    void what_is_changed_in_the_file_is_found() {
        for (var i = 0; i < 3 * EACH; i++) {
            var history = History.random(3 + random.nextInt(50), random);
            var lines = lines(history.file());
            var first = history.checkpoints.size() + 1;
            var at = first + random.nextInt(history.stored.size() - 1);
            switch (random.nextInt(7)) {
                case 0 -> lines.set(at, line(edited(leaf(lines.get(at)), "{}", "{}")));
                case 1 -> lines.remove(at);
                case 2 -> lines.add(at, lines.get(first + random.nextInt(history.stored.size())));
                case 3 -> Collections.swap(lines, at, at + 1);
                case 4 -> lines.subList(at, lines.size() - 1).clear();
                case 5 ->
                    lines.add(lines.size() - 1, line(moved(leaf(lines.get(at)), "new", 0, java.time.Instant.EPOCH)));
                default -> lines.set(at, "x " + lines.get(at).substring(47));
            }
            assertThat(History.verify(withChecksum(lines), List.of()).intact()).isFalse();
        }
    }

    @Test
    void no_byte_of_a_file_can_be_turned() {
        for (var i = 0; i < 3 * EACH; i++) {
            var file = History.random(1 + random.nextInt(12), random).file();
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(History.verify(file, List.of()).intact()).isFalse();
            assertThat(History.verify(Arrays.copyOf(file, random.nextInt(file.length)), List.of())
                            .intact())
                    .isFalse();
        }
    }

    /** Whoever holds the log's key writes history anew and signs it; only the auditor's own checkpoint can tell. */
    @Test
    void a_history_written_anew_and_signed_again_is_a_fork() {
        for (var i = 0; i < EACH; i++) {
            var history = History.random(3 + random.nextInt(50), random);
            var kept = history.checkpoints.get(random.nextInt(history.checkpoints.size()));
            var rows = new ArrayList<>(history.stored);
            var at = random.nextInt((int) kept.checkpoint().size());
            rows.set(at, edited(rows.get(at), "{\"other\":1}", "{}"));
            var anew = History.of(rows, History.KEY, random);
            assertThat(anew.verify(List.of()).intact()).isTrue();
            assertThat(anew.verify(List.of(kept)).findings())
                    .extracting(Finding::kind)
                    .contains(Finding.Kind.FORKED);
        }
    }

    @Test
    void a_history_rolled_back_and_signed_again_is_shorter_than_was_known() {
        for (var i = 0; i < EACH; i++) {
            var history = History.random(3 + random.nextInt(50), random);
            var kept = history.checkpoints.getLast();
            var rows = history.stored.subList(0, 1 + random.nextInt(history.stored.size() - 1));
            var anew = History.of(rows, History.KEY, random);
            assertThat(anew.verify(List.of()).intact()).isTrue();
            assertThat(anew.verify(List.of(kept)).findings())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.ROLLED_BACK);
        }
    }

    @Test
    void a_checkpoint_signed_by_another_key_is_forged() {
        var history = History.random(20, random);
        var forged = History.of(history.stored, LogKey.generate("hub.test/history"), random);
        assertThat(forged.verify(List.of()).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.FORGED_CHECKPOINT);
    }

    @Test
    void what_was_changed_without_changing_the_hashes_is_pinned_to_the_leaves_between_two_checkpoints() {
        var history = History.random(200, random);
        var lines = lines(history.file());
        var at = history.checkpoints.size() + 1 + 150;
        lines.set(at, line(edited(leaf(lines.get(at)), "{}", "{}")));
        var before = history.checkpoints.stream()
                .mapToLong(c -> c.checkpoint().size())
                .filter(s -> s <= 150)
                .max()
                .orElse(0);
        var after = history.checkpoints.stream()
                .mapToLong(c -> c.checkpoint().size())
                .filter(s -> s > 150)
                .min()
                .orElseThrow();
        assertThat(History.verify(withChecksum(lines), List.of()).findings())
                .containsExactly(new Finding(
                        Finding.Kind.NOT_WHAT_WAS_SIGNED,
                        "leaves " + before + " to " + (after - 1),
                        "the hashes do not lead to the root that was signed over them"));
    }

    private static List<String> lines(byte[] file) {
        return new ArrayList<>(List.of(new String(file, StandardCharsets.UTF_8).split("\n")));
    }

    private static Leaf leaf(String line) {
        return Leaf.parse(line.substring(47));
    }

    private static String line(Leaf leaf) {
        return "e " + leaf.hash().toBase64() + " " + leaf.line();
    }

    private static byte[] withChecksum(List<String> lines) {
        lines.removeLast();
        var leaves = lines.stream()
                .filter(l -> l.startsWith("e ") || l.startsWith("d "))
                .count();
        var text = String.join("\n", lines) + "\n";
        var sha = Hash.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return (text + "z " + leaves + " " + HexFormat.of().formatHex(sha) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

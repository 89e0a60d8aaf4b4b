package uk.earlyhelphub.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** What somebody with the folders can do, and a disk that is full. */
class ProofFoldersTest {
    private static final List<String> FILES = List.of("leaves", "checkpoint", "checkpoints");

    @TempDir
    private Path folder;

    private ProofFixture hub;

    @BeforeEach
    void someHistory() {
        hub = new ProofFixture(folder);
        hub.record(30);
    }

    @AfterEach
    void end() {
        hub.close();
    }

    private void empty(String place) throws IOException {
        for (var file : FILES) {
            Files.delete(folder.resolve(place).resolve(file));
        }
    }

    private void turnAByte(String place, long at) throws IOException {
        var leaves = folder.resolve(place).resolve("leaves");
        var bytes = Files.readAllBytes(leaves);
        bytes[(int) at] ^= 1;
        Files.write(leaves, bytes);
    }

    @Test
    void old_checkpoints_put_back_do_not_let_signed_history_be_rewritten() throws Exception {
        hub.start(30);
        hub.stop();
        for (var place : List.of("here", "there")) {
            Files.copy(folder.resolve(place).resolve("checkpoint"), folder.resolve(place + ".old"));
        }
        hub.record(3);
        hub.start(33);
        hub.record(3);
        hub.stop();
        hub.record(0);
        hub.start(36);
        hub.stop();
        for (var place : List.of("here", "there")) {
            Files.copy(
                    folder.resolve(place + ".old"),
                    folder.resolve(place).resolve("checkpoint"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        // What lies behind the old checkpoints is altered, and would have been signed for anew.
        hub.owner.update("update events.domain_event set payload = '{}' where global_index = 35");
        assertThatThrownBy(hub::open)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not what was recorded as leaf 34");
    }

    @Test
    void an_old_checkpoint_put_back_is_said() throws Exception {
        hub.start(30);
        hub.stop();
        var old = Files.readString(folder.resolve("here/checkpoint"));
        hub.record(1);
        hub.start(31);
        hub.record(1);
        await().until(() -> hub.tail.seen() > 0);
        hub.stop();
        hub.start(32);
        hub.stop();
        Files.writeString(folder.resolve("here/checkpoint"), old);
        var running = hub.start(32);
        assertThat(running.standing().troubles())
                .hasEntrySatisfying(
                        folder.resolve("here").toString(),
                        trouble -> assertThat(trouble).contains("an older checkpoint, of 30 events"));
    }

    @Test
    void emptied_folders_do_not_begin_a_new_log_in_silence() throws Exception {
        hub.start(30);
        hub.stop();
        empty("here");
        empty("there");
        hub.begin = "";
        assertThatThrownBy(hub::open)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("There is no proof log in its folders, though one was begun on");
        hub.begin = "the first log of this test";
        assertThatThrownBy(hub::open).hasMessageContaining("was used on");
        hub.begin = "the machine with both folders burnt down, case 17";
        hub.start(30);
        assertThat(hub.owner.queryForList("select reason from projections.proof_log order by begun_at", String.class))
                .containsExactly("the first log of this test", "the machine with both folders burnt down, case 17");
    }

    @Test
    void a_first_log_begins_by_itself_only_over_an_empty_history() {
        hub.begin = "";
        assertThatThrownBy(hub::open).hasMessageContaining("events were recorded already");
        try (var empty = new ProofFixture(folder.resolve("another"))) {
            empty.begin = "";
            assertThatCode(empty::open).doesNotThrowAnyException();
            empty.stop();
            // Killed before anything was signed over: the folders show that there is a log.
            empty.record(2);
            empty.start(2);
        }
    }

    @Test
    void a_log_of_an_earlier_release_is_remembered_once_it_is_found() {
        hub.start(30);
        hub.stop();
        hub.owner.update("delete from projections.proof_log");
        hub.begin = "";
        hub.start(30);
        assertThat(hub.owner.queryForObject("select count(*) from projections.proof_log", Long.class))
                .isEqualTo(1);
    }

    @Test
    void the_folder_that_was_altered_is_named_and_the_good_one_is_too() throws Exception {
        hub.start(30);
        hub.stop();
        turnAByte("here", 60);
        assertThatThrownBy(hub::open)
                .hasMessageContaining(folder.resolve("here") + ": its leaves do not lead to the root")
                .hasMessageContaining("Whole, and not to be touched: " + folder.resolve("there"));
        turnAByte("here", 60);
        turnAByte("there", 60);
        assertThatThrownBy(hub::open)
                .hasMessageContaining(folder.resolve("there") + ": its leaves do not lead to the root")
                .hasMessageContaining("Whole, and not to be touched: " + folder.resolve("here"));
    }

    @Test
    void two_histories_that_were_both_signed_accuse_neither_folder() throws Exception {
        hub.start(30);
        hub.stop();
        Files.move(folder.resolve("there"), folder.resolve("kept"));
        hub.rewrite(3, "{}");
        hub.folders = List.of(folder.resolve("there"), folder.resolve("more"));
        hub.begin = "a fork";
        hub.start(30);
        hub.stop();
        hub.folders = List.of(folder.resolve("here"), folder.resolve("there"));
        assertThatThrownBy(hub::open).hasMessageContaining("tell different histories, and both were signed");
    }

    @Test
    void a_folder_that_cannot_be_written_does_not_stop_the_others() throws Exception {
        for (var blocked : List.of("here", "there")) {
            var running = hub.open();
            running.start();
            var before = running.log().size();
            // Nobody can replace a file by one whose temporary name is a folder: neither on a full disk nor here.
            Files.createDirectory(folder.resolve(blocked).resolve("checkpoint.next"));
            hub.record(2);
            await().until(() -> running.log().signed() > before && running.log().signed() % 2 == 0);
            await().untilAsserted(() -> assertThat(running.standing().troubles())
                    .containsOnlyKeys(folder.resolve(blocked).toString()));
            var other = folder.resolve(blocked.equals("here") ? "there" : "here");
            await().untilAsserted(() ->
                    assertThat(size(other)).isEqualTo(running.log().signed()));
            Files.delete(folder.resolve(blocked).resolve("checkpoint.next"));
            hub.record(2);
            await().until(() -> running.standing().troubles().isEmpty());
            hub.stop();
            assertThat(folder.resolve("there/leaves")).hasSameBinaryContentAs(folder.resolve("here/leaves"));
        }
    }

    private static long size(Path place) throws Exception {
        return SignedCheckpoint.verify(Files.readString(place.resolve("checkpoint")), ProofFixture.KEY.publicKey())
                .checkpoint()
                .size();
    }

    @Test
    void a_folder_emptied_while_it_is_in_use_is_said_and_filled_again() throws Exception {
        var running = hub.start(30);
        empty("there");
        hub.record(1);
        await().until(() -> running.log().signed() == 31);
        assertThat(running.standing().troubles().get(folder.resolve("there").toString()))
                .contains("emptied or replaced");
        hub.stop();
        assertThat(folder.resolve("there/leaves")).hasSameBinaryContentAs(folder.resolve("here/leaves"));
    }

    @Test
    void a_copy_that_rots_is_noticed_while_it_is_in_use() throws Exception {
        var running = hub.start(30);
        turnAByte("there", 60);
        running.log().checkCopies();
        assertThat(running.standing().troubles().get(folder.resolve("there").toString()))
                .contains("do not lead to the root");
        hub.record(1);
        await().until(() -> running.log().signed() == 31);
        assertThat(running.standing().troubles())
                .containsKey(folder.resolve("there").toString());
    }

    /** The place of a leaf is in its hash: a wrong note of it accuses the log, not the history. */
    @Test
    void four_bytes_in_the_log_s_own_notes_do_not_accuse_the_history() throws Exception {
        var running = hub.start(30);
        var leaves = folder.resolve("here/leaves");
        var bytes = Files.readAllBytes(leaves);
        ByteBuffer.wrap(bytes).putLong(10 * 52 + 36, Long.MAX_VALUE / 2);
        Files.write(leaves, bytes);
        var verdict = running.held().compare().verdict();
        assertThat(verdict.findings()).extracting(Finding::kind).containsOnly(Finding.Kind.MISPLACED_IN_LOG);
        hub.stop();
        assertThatThrownBy(hub::open).hasMessageContaining("does not stand where it was recorded");
    }
}

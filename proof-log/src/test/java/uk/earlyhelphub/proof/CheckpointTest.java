package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final LogKey KEY = LogKey.generate("hub.test/history");
    private static final PublicLogKey PUBLIC = KEY.publicKey();
    private static final Hash ROOT = Hash.ofLeaf(new byte[] {1});

    private final SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 7, ROOT), KEY);

    @Test
    void what_the_key_signed_verifies() throws SignedCheckpoint.Forged {
        var read = SignedCheckpoint.verify(signed.note(), PUBLIC);
        assertThat(read.checkpoint()).isEqualTo(signed.checkpoint());
        assertThat(signed.note())
                .startsWith("hub.test/history\n7\n" + ROOT.toBase64() + "\n\n\u2014 hub.test/history ");
    }

    /** From the description of signed notes, so that other tools read ours. */
    @Test
    void a_key_and_a_note_made_elsewhere_verify() throws SignedCheckpoint.Forged {
        var key = PublicLogKey.parse(PUBLIC.toString());
        assertThat(key).hasToString(PUBLIC.toString());
        SignedCheckpoint.verify(signed.note() + "\u2014 witness.example AAAAAAAA\n", key);
    }

    @Test
    void the_signature_of_another_key_is_refused() {
        var other = LogKey.generate("hub.test/history");
        var forged = SignedCheckpoint.sign(signed.checkpoint(), other);
        assertThatThrownBy(() -> SignedCheckpoint.verify(forged.note(), PUBLIC))
                .isInstanceOf(SignedCheckpoint.Forged.class)
                .hasMessageContaining("did not sign");
    }

    @Test
    void the_checkpoint_of_another_log_is_refused() {
        var elsewhere = LogKey.generate("elsewhere");
        var theirs = SignedCheckpoint.sign(new Checkpoint("elsewhere", 7, ROOT), elsewhere);
        assertThatThrownBy(() -> SignedCheckpoint.verify(theirs.note(), PUBLIC))
                .isInstanceOf(SignedCheckpoint.Forged.class)
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> SignedCheckpoint.sign(signed.checkpoint(), elsewhere))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_byte_of_the_signed_text_can_be_changed() {
        var note = signed.note();
        for (var i = 0; i < note.indexOf("\n\n") + 2; i++) {
            var changed = note.substring(0, i) + (note.charAt(i) == 'A' ? 'B' : 'A') + note.substring(i + 1);
            assertThatThrownBy(() -> SignedCheckpoint.verify(changed, PUBLIC))
                    .isInstanceOf(SignedCheckpoint.Forged.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "\n\n", "a\nb\nc\n\n", "hub.test/history\n-1\nAA==\n\n\u2014 x y\n", "\n\n\n\n\n\n"})
    void rubbish_is_refused(String rubbish) {
        assertThatThrownBy(() -> SignedCheckpoint.verify(rubbish, PUBLIC)).isInstanceOf(SignedCheckpoint.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name", "name+00000000+AAAA", "a b+00000000+AQ=="})
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> PublicLogKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_under_another_name_is_refused() {
        assertThatThrownBy(() -> PublicLogKey.parse(PUBLIC.toString().replace("hub.test", "bub.test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("id");
    }

    @Test
    void a_key_file_is_for_its_owner_only_and_is_never_overwritten(@TempDir Path folder) throws Exception {
        var file = folder.resolve("proof-key");
        KEY.writeTo(file);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.readString(LogKey.publicFile(file))).isEqualTo(PUBLIC + "\n");
        var read = LogKey.read(file);
        SignedCheckpoint.verify(SignedCheckpoint.sign(signed.checkpoint(), read).note(), PUBLIC);
        assertThat(read.toString()).doesNotContain(Files.readAllLines(file).get(1));
        assertThatThrownBy(() -> KEY.writeTo(file)).isInstanceOf(java.io.IOException.class);
        var mixed = folder.resolve("mixed");
        Files.writeString(
                mixed,
                LogKey.generate("hub.test/history").publicKey() + "\n"
                        + Files.readAllLines(file).get(1) + "\n");
        assertThatThrownBy(() -> LogKey.read(mixed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_file_that_a_power_cut_left_half_written_is_named(@TempDir Path folder) throws Exception {
        var file = folder.resolve("proof-key");
        KEY.writeTo(file);
        var whole = Files.readString(file);
        for (var length : new int[] {0, 1, 20, whole.length() - 20, whole.indexOf('\n') + 1, whole.length() / 2}) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> LogKey.read(file))
                    .as("the first %d letters", length)
                    .isInstanceOfAny(java.io.IOException.class, IllegalArgumentException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void a_proof_file_shows_one_event_and_no_other() throws SignedCheckpoint.Forged {
        var leaf = "one".getBytes(StandardCharsets.UTF_8);
        var other = Hash.ofLeaf("two".getBytes(StandardCharsets.UTF_8));
        var root = Hash.ofNode(Hash.ofLeaf(leaf), other);
        var note = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 2, root), KEY)
                .note();
        var file = new ProofFile(new InclusionProof(0, 2, List.of(other)), note).text();
        assertThat(ProofFile.verify(file, leaf, PUBLIC).checkpoint().size()).isEqualTo(2);
        for (var lie : List.of(
                file.replace("index 0", "index 1"),
                file.replace("index 0", "index 2"),
                file.replace(other.toBase64() + "\n", ""),
                file.replace(other.toBase64(), other.toBase64() + "\n" + other.toBase64()),
                file.replace("\n2\n", "\n3\n"),
                file.replace("tlog-proof@v1", "tlog-proof@v2"),
                file.substring(0, 40))) {
            assertThatThrownBy(() -> ProofFile.verify(lie, leaf, PUBLIC)).isInstanceOf(SignedCheckpoint.Forged.class);
        }
        assertThatThrownBy(() -> ProofFile.verify(file, "two".getBytes(StandardCharsets.UTF_8), PUBLIC))
                .isInstanceOf(SignedCheckpoint.Forged.class);
    }
}

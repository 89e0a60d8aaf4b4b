package uk.earlyhelphub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other readers of signed notes refuse or accept, this one does too: one note means one thing to everybody. */
class StrictNoteTest {
    private static final LogKey KEY = LogKey.generate("hub.test/history");
    private static final PublicLogKey PUBLIC = KEY.publicKey();
    private static final Hash ROOT = Hash.ofLeaf(new byte[] {1});
    private static final String OTHER =
            "\u2014 witness.example/w " + Base64.getEncoder().encodeToString(new byte[76]) + "\n";

    private final String note = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 7, ROOT), KEY)
            .note();

    private static void refused(String text) {
        assertThatThrownBy(() -> SignedCheckpoint.verify(text, PUBLIC)).isInstanceOf(SignedCheckpoint.Forged.class);
    }

    private static String signed(String text) {
        return text + "\n" + NoteSignature.line("hub.test/history", PUBLIC.id(), KEY.sign(text));
    }

    @Test
    void junk_under_a_note_is_refused() {
        refused(note + "junk\n");
        refused(note + "\u2014 witness.example/w\n");
        refused(note + "\n");
        refused(note + OTHER + "\n" + OTHER);
        refused(note.substring(0, note.length() - 1));
        refused(note.replace("\n\n", "\n\njunk\n"));
    }

    @Test
    void the_signature_belongs_to_the_text_before_the_last_blank_line() {
        var hidden = "hub.test/history\n9\n" + ROOT.toBase64() + "\n";
        refused(hidden + "\n" + note);
        refused(note + "\n" + signed(hidden));
    }

    @Test
    void other_line_ends_and_control_characters_are_refused() {
        refused(note.replace("\n", "\r\n"));
        refused(note.replace("\n7\n", "\n7\r\n"));
        refused(signed("hub.test/history\n7\n" + ROOT.toBase64() + "\n\u001b[2J\n"));
    }

    @Test
    void a_signature_is_written_in_one_way() {
        var line = note.substring(note.lastIndexOf("\n\n") + 2);
        var encoded = line.substring(line.lastIndexOf(' ') + 1).strip();
        var last = encoded.charAt(encoded.indexOf('=') < 0 ? encoded.length() - 1 : encoded.indexOf('=') - 1);
        // 68 bytes leave bits over in the last letter; another letter with the same bits is another way to write them.
        assertThat(encoded).endsWith("=");
        refused(note.replace(last + "=", (char) (last + 1) + "="));
        refused(note.replace(encoded, encoded.replace("=", "")));
    }

    @Test
    void a_bad_signature_of_the_key_beside_a_good_one_is_refused() {
        refused(note + NoteSignature.line("hub.test/history", PUBLIC.id(), new byte[64]));
        refused(NoteSignature.line("x", new byte[4], new byte[64]) + note);
    }

    @Test
    void what_the_form_allows_is_accepted() throws SignedCheckpoint.Forged {
        var more = signed("hub.test/history\n7\n" + ROOT.toBase64() + "\nsomething more\nand more\n");
        assertThat(SignedCheckpoint.verify(more, PUBLIC).checkpoint().size()).isEqualTo(7);
        var large = signed("hub.test/history\n" + Long.MAX_VALUE + "\n" + ROOT.toBase64() + "\n");
        assertThat(SignedCheckpoint.verify(large, PUBLIC).checkpoint().size()).isEqualTo(Long.MAX_VALUE);
        refused(signed("hub.test/history\n9999999999999999999\n" + ROOT.toBase64() + "\n"));
        assertThatCode(() -> SignedCheckpoint.verify(note + OTHER.repeat(16), PUBLIC))
                .doesNotThrowAnyException();
        refused(note + OTHER.repeat(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void a_point_under_which_anybody_could_sign_is_no_key(String raw) {
        assertThatThrownBy(() -> Ed25519.key(HexFormat.of().parseHex(raw)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Such a checkpoint, in front of the others, used to be waited for in vain, and no root was compared any more. */
    @Test
    void a_checkpoint_over_nothing_does_not_end_the_comparing_of_roots() {
        var history = History.random(20, new java.util.Random(3));
        var nothing = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 0, Hash.OF_NOTHING), History.KEY);
        var wrong = SignedCheckpoint.sign(new Checkpoint("hub.test/history", history.stored.size(), ROOT), History.KEY);
        assertThat(new History(history.stored, history.log, List.of(nothing, history.checkpoints.getLast()))
                        .verify(List.of(nothing))
                        .findings())
                .isEmpty();
        assertThat(new History(history.stored, history.log, List.of(nothing, wrong))
                        .verify(List.of())
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.NOT_WHAT_WAS_SIGNED);
        var somethingElse = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 0, ROOT), History.KEY);
        assertThat(history.verify(List.of(somethingElse)).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.FORKED);
    }
}

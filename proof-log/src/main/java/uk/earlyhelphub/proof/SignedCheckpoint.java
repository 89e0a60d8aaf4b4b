package uk.earlyhelphub.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** A checkpoint with its signature, as a C2SP signed note. Only what a key verified becomes one. */
public final class SignedCheckpoint {
    private static final Pattern SIGNATURE = Pattern.compile("\u2014 (\\S+) (\\S+)");

    private final Checkpoint checkpoint;
    private final String note;

    private SignedCheckpoint(Checkpoint checkpoint, String note) {
        this.checkpoint = checkpoint;
        this.note = note;
    }

    /** Signs a checkpoint. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, LogKey key) {
        if (!checkpoint.origin().equals(key.publicKey().name())) {
            throw new IllegalArgumentException("The key belongs to another log");
        }
        var signature = key.sign(checkpoint.text());
        var id = key.publicKey().id();
        var both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        var line = "\u2014 " + checkpoint.origin() + " " + Base64.getEncoder().encodeToString(both) + "\n";
        return new SignedCheckpoint(checkpoint, checkpoint.text() + "\n" + line);
    }

    /**
     * Reads a note. Signatures of others, such as witnesses, may stand beside the log's.
     *
     * @throws Forged if it is no checkpoint of the key's log or the key did not sign it
     */
    public static SignedCheckpoint verify(String note, PublicLogKey key) throws Forged {
        var end = note.indexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.length() > 100_000) {
            throw new Forged("This is not a signed checkpoint");
        }
        var text = note.substring(0, end + 1);
        var checkpoint = read(text);
        if (!checkpoint.origin().equals(key.name())) {
            throw new Forged("This checkpoint is of the log " + checkpoint.origin() + ", not of " + key.name());
        }
        var signed = note.substring(end + 2).lines().anyMatch(line -> signedBy(line, text, key));
        if (!signed) {
            throw new Forged("The key of " + key.name() + " did not sign this checkpoint");
        }
        return new SignedCheckpoint(checkpoint, note);
    }

    private static Checkpoint read(String text) throws Forged {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw new Forged("This is not a checkpoint");
        }
        try {
            var checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.fromBase64(lines[2]));
            if (lines.length > 4) {
                throw new Forged("A checkpoint of this log has three lines");
            }
            return checkpoint;
        } catch (IllegalArgumentException _) {
            throw new Forged("This is not a checkpoint");
        }
    }

    private static boolean signedBy(String line, String text, PublicLogKey key) {
        var parts = SIGNATURE.matcher(line);
        if (!parts.matches() || !parts.group(1).equals(key.name())) {
            return false;
        }
        try {
            var both = Base64.getDecoder().decode(parts.group(2));
            return both.length > 4
                    && Arrays.equals(Arrays.copyOf(both, 4), key.id())
                    && key.verifies(text, Arrays.copyOfRange(both, 4, both.length));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** What was signed. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The note as it is kept and handed out. */
    public String note() {
        return note;
    }

    @Override
    public String toString() {
        return note;
    }

    /** Something was shown as a checkpoint of a log and is none. */
    public static final class Forged extends Exception {
        Forged(String message) {
            super(message);
        }
    }
}

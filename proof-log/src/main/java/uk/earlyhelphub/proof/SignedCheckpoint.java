package uk.earlyhelphub.proof;

import java.util.List;

/** A checkpoint with its signature, as a C2SP signed note. Only what a key verified becomes one. */
public final class SignedCheckpoint {
    private static final int LONGEST = 100_000;

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
        var line = NoteSignature.line(checkpoint.origin(), key.publicKey().id(), key.sign(checkpoint.text()));
        return new SignedCheckpoint(checkpoint, checkpoint.text() + "\n" + line);
    }

    /**
     * Reads a note, strictly: it is refused as a whole if a line of it is not what may stand there, or if the key's own signature
     * is bad, whatever else is under it. Signatures of others, such as witnesses, may stand beside the log's.
     *
     * @throws Forged if it is no checkpoint of the key's log or the key did not sign it
     */
    public static SignedCheckpoint verify(String note, PublicLogKey key) throws Forged {
        var end = note.lastIndexOf("\n\n");
        if (end < 0 || note.length() > LONGEST || note.chars().anyMatch(c -> c < ' ' && c != '\n' || c == 127)) {
            throw new Forged("This is not a signed checkpoint");
        }
        var text = note.substring(0, end + 1);
        var checkpoint = read(text);
        if (!checkpoint.origin().equals(key.name())) {
            throw new Forged("This checkpoint is of the log " + checkpoint.origin() + ", not of " + key.name());
        }
        var signed = false;
        for (var signature : signatures(note.substring(end + 2))) {
            if (signature.by(key.name(), key.id())) {
                if (!key.verifies(text, signature.signature())) {
                    throw new Forged("The key of " + key.name() + " did not sign this checkpoint");
                }
                signed = true;
            }
        }
        if (!signed) {
            throw new Forged("The key of " + key.name() + " did not sign this checkpoint");
        }
        return new SignedCheckpoint(checkpoint, note);
    }

    private static List<NoteSignature> signatures(String block) throws Forged {
        try {
            return NoteSignature.readAll(block);
        } catch (IllegalArgumentException _) {
            throw new Forged("This is not a signed checkpoint");
        }
    }

    private static Checkpoint read(String text) throws Forged {
        var lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < 3
                || !lines[1].matches("0|[1-9]\\d{0,18}")
                || List.of(lines).contains("")) {
            throw new Forged("This is not a checkpoint");
        }
        try {
            // Further lines are for those who know them; the signature is over them too.
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.fromBase64(lines[2]));
        } catch (IllegalArgumentException _) {
            throw new Forged("This is not a checkpoint");
        }
    }

    /** The text that was signed, further lines included. */
    String text() {
        return note.substring(0, note.lastIndexOf("\n\n") + 1);
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
            super(Printable.of(message));
        }
    }
}

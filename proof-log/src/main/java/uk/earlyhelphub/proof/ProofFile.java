package uk.earlyhelphub.proof;

import java.util.ArrayList;

/**
 * Everything that shows, without asking anybody, that one event is in the history: where it is in the log, the way to the
 * root, and the signed checkpoint (C2SP tlog-proof).
 */
public record ProofFile(InclusionProof proof, String note) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index (0|[1-9]\\d{0,18})";

    /** The file's text. */
    public String text() {
        var text = new StringBuilder(HEADER)
                .append("\nindex ")
                .append(proof.index())
                .append('\n');
        proof.path().forEach(hash -> text.append(hash.toBase64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /**
     * Checks a proof file that somebody showed, and answers the checkpoint it leads to.
     *
     * @param leaf the event's line, as the log has it
     * @throws SignedCheckpoint.Forged if it does not show that the event is in the key's log
     */
    public static SignedCheckpoint verify(String text, byte[] leaf, PublicLogKey key) throws SignedCheckpoint.Forged {
        return verify(text, Hash.ofLeaf(leaf), key);
    }

    /**
     * The same for somebody who was given the event's hash and not the event.
     *
     * @throws SignedCheckpoint.Forged if it does not show that an event with this hash is in the key's log
     */
    public static SignedCheckpoint verify(String text, Hash leaf, PublicLogKey key) throws SignedCheckpoint.Forged {
        var end = text.indexOf("\n\n");
        var lines = end < 0 ? new String[0] : text.substring(0, end).split("\n", -1);
        if (lines.length < 2 || lines.length > 70 || !lines[0].equals(HEADER) || !lines[1].matches(INDEX)) {
            throw new SignedCheckpoint.Forged("This is not a proof file");
        }
        var checkpoint = SignedCheckpoint.verify(text.substring(end + 2), key);
        var path = new ArrayList<Hash>();
        try {
            for (var i = 2; i < lines.length; i++) {
                path.add(Hash.fromBase64(lines[i]));
            }
        } catch (IllegalArgumentException _) {
            throw new SignedCheckpoint.Forged("This is not a proof file");
        }
        var proof = new InclusionProof(index(lines[1]), checkpoint.checkpoint().size(), path);
        if (!proof.proves(leaf, checkpoint.checkpoint().root())) {
            throw new SignedCheckpoint.Forged("The proof does not lead from this event to the checkpoint's root");
        }
        return checkpoint;
    }

    /**
     * Which leaf a proof file is about, as it says; whether it shows that, only {@link #verify} can say.
     *
     * @throws SignedCheckpoint.Forged if it is no proof file
     */
    public static long indexIn(String text) throws SignedCheckpoint.Forged {
        var lines = text.split("\n", 3);
        if (lines.length < 3 || !lines[0].equals(HEADER) || !lines[1].matches(INDEX)) {
            throw new SignedCheckpoint.Forged("This is not a proof file");
        }
        return index(lines[1]);
    }

    /**
     * The checkpoint that a proof file leads to, as it says, if the key signed it.
     *
     * @throws SignedCheckpoint.Forged if it is no proof file, or the key did not sign its checkpoint
     */
    public static SignedCheckpoint checkpointIn(String text, PublicLogKey key) throws SignedCheckpoint.Forged {
        var end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(HEADER + "\n")) {
            throw new SignedCheckpoint.Forged("This is not a proof file");
        }
        return SignedCheckpoint.verify(text.substring(end + 2), key);
    }

    private static long index(String line) throws SignedCheckpoint.Forged {
        try {
            return Long.parseLong(line.substring("index ".length()));
        } catch (NumberFormatException _) {
            throw new SignedCheckpoint.Forged("This is not a proof file");
        }
    }
}

package uk.earlyhelphub.proof;

import java.util.ArrayList;
import java.util.List;

/** A few notes out of any number of them, evenly spread, and the last. */
final class Spread {
    private final int most;
    private final List<String> notes = new ArrayList<>();
    private String last = "";
    private long step = 1;
    private long seen;

    Spread(int most) {
        this.most = most;
    }

    void add(String note) {
        last = note;
        if (seen++ % step == 0) {
            notes.add(note);
        }
        if (notes.size() >= most) {
            for (var i = notes.size() - 1; i > 0; i--) {
                if (i % 2 == 1) {
                    notes.remove(i);
                }
            }
            step *= 2;
        }
    }

    /** Those of them that the key signed. What a crash left half written, or somebody else put there, is no checkpoint. */
    List<SignedCheckpoint> signedBy(PublicLogKey key) {
        if (!last.isEmpty() && !notes.getLast().equals(last)) {
            notes.add(last);
        }
        var signed = new ArrayList<SignedCheckpoint>();
        for (var note : notes) {
            try {
                signed.add(SignedCheckpoint.verify(note, key));
            } catch (SignedCheckpoint.Forged _) {
                continue;
            }
        }
        return signed;
    }
}

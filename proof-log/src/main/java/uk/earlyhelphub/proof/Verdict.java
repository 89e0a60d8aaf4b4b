package uk.earlyhelphub.proof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a history.
 *
 * @param leaves how many events of the log were checked
 * @param findings what is wrong, the first thousand of it
 * @param found how many things are wrong
 * @param checkable whether what was shown is whole, and signed with the key; if not, findings say nothing about the history
 * @param covered how many of the first events the kept checkpoints vouch for; for the rest the log's key alone does
 * @param lastRecordedAt when the last event was recorded, as it says
 */
public record Verdict(
        long leaves,
        List<Finding> findings,
        long found,
        boolean checkable,
        long covered,
        @Nullable Instant lastRecordedAt) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** What the findings come to. */
    public enum Outcome {
        /** The history is what was recorded, as far as the checkpoints that it was held against can show. */
        INTACT,
        /** The history is not what was recorded. */
        ALTERED,
        /** What was shown cannot show either: it is damaged, signed by another key, or older than what is known. */
        NOT_CHECKED
    }

    /** What the findings come to. A finding that is not listed any more is of the kind of one that is. */
    public Outcome outcome() {
        if (found == 0) {
            return Outcome.INTACT;
        }
        return checkable && findings.stream().anyMatch(f -> f.kind() != Finding.Kind.ROLLED_BACK)
                ? Outcome.ALTERED
                : Outcome.NOT_CHECKED;
    }

    /** Whether the history is intact, as far as the checkpoints that it was held against can show. */
    public boolean intact() {
        return found == 0;
    }
}

package uk.earlyhelphub.proof;

import java.util.List;

/**
 * What came of verifying a history.
 *
 * @param leaves how many events of the log were checked
 * @param findings what is wrong, the first thousand of it
 * @param found how many things are wrong
 */
public record Verdict(long leaves, List<Finding> findings, long found) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether the history is intact, as far as the checkpoints that it was held against can show. */
    public boolean intact() {
        return found == 0;
    }
}

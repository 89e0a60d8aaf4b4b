package uk.earlyhelphub.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.Verdict;

/**
 * What is said of a history.
 *
 * @param outcome INTACT, ALTERED or NOT_CHECKED
 * @param cause why it could not be checked; none if it could
 * @param covered how many of the first events the kept checkpoints vouch for
 * @param lastRecordedAt when the last event was recorded, as it says
 * @param found how many things are wrong, of which the first thousand are listed
 */
record Answer(
        String outcome,
        @Nullable String cause,
        long events,
        long covered,
        @Nullable String lastRecordedAt,
        long found,
        List<Finding> findings) {

    static Answer of(Verdict verdict, int kept, @Nullable Instant earliest) {
        var outcome = verdict.outcome();
        var cause = outcome == Verdict.Outcome.NOT_CHECKED ? cause(verdict) : null;
        var last = verdict.lastRecordedAt();
        if (outcome == Verdict.Outcome.INTACT && earliest != null && (last == null || last.isBefore(earliest))) {
            outcome = Verdict.Outcome.NOT_CHECKED;
            cause = "the last event in the file was recorded at " + last + ", before " + earliest
                    + ": fetch a newer history. If there is none, something is missing at its end";
        }
        return new Answer(
                outcome.name(),
                cause,
                verdict.leaves(),
                kept == 0 ? 0 : verdict.covered(),
                last == null ? null : last.toString(),
                verdict.found(),
                verdict.findings());
    }

    private static String cause(Verdict verdict) {
        if (verdict.checkable()) {
            return "the checkpoint that you kept is newer than the file: export the history again. If the newest export is"
                    + " shorter than your checkpoint too, history was rolled back";
        }
        return verdict.findings().stream().anyMatch(f -> f.kind() == Finding.Kind.DAMAGED_FILE)
                ? "the file is not as it was written, so nothing in it can be held against anybody: fetch it again"
                : "no checkpoint in the file was signed with this key: is it the key of this log, and of today?";
    }

    int exit() {
        return switch (outcome) {
            case "INTACT" -> 0;
            case "ALTERED" -> Hub.ALTERED;
            default -> Hub.NOT_CHECKED;
        };
    }

    void print(PrintWriter out) {
        findings.forEach(out::println);
        if (lastRecordedAt != null) {
            out.println("The last event was recorded at " + lastRecordedAt + ".");
        }
        switch (outcome) {
            case "INTACT" -> {
                out.println("The checkpoints that you kept cover the first " + covered + " events"
                        + (covered < events ? "; for the rest there is the log's key alone." : "."));
                out.println("INTACT: " + events + " events are what was recorded"
                        + (covered == 0 ? ", as far as can be told without a checkpoint of your own" : "") + ".");
            }
            case "ALTERED" -> out.println("ALTERED: " + found + " findings over " + events + " events.");
            default -> out.println("NOT CHECKED: " + cause + ".");
        }
    }
}

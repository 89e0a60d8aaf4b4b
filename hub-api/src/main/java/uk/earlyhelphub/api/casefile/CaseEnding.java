package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.ClosureReason;

/**
 * Handovers to and from social care, and whether the referral is closed.
 *
 * @param <T> how texts are shown
 * @param acknowledged which handovers the receiving side confirmed
 * @param closed how it was closed; none while it is open
 */
public record CaseEnding<T>(
        boolean steppedUp,
        List<CaseStepUp<T>> stepUps,
        List<CaseStepDown<T>> stepDowns,
        List<CaseHandoverAcknowledged> acknowledged,
        @Nullable CaseClosed<T> closed,
        List<CaseReopened<T>> reopenings) {

    /** Up to social care; no consent is needed for that (R56). */
    public record CaseStepUp<T>(String handoverId, boolean immediate, T reason, LocalDate steppedUpOn) {}

    /** Back to early help. */
    public record CaseStepDown<T>(String handoverId, T reason, LocalDate steppedDownOn) {}

    /** The receiving side confirmed it. */
    public record CaseHandoverAcknowledged(String handoverId, String acknowledgedBy, LocalDate acknowledgedOn) {}

    /** It was closed. */
    public record CaseClosed<T>(
            ClosureReason reasonCode, @Nullable T reason, LocalDate closedOn) {}

    /** It was opened again. */
    public record CaseReopened<T>(T reason, LocalDate reopenedOn) {}
}

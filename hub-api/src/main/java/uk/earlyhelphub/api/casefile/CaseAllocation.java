package uk.earlyhelphub.api.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.referral.ServiceOutcome;

/**
 * One service for the family, with each step so far.
 *
 * @param <T> how texts are shown
 */
public record CaseAllocation<T>(
        CaseAllocated allocated,
        AllocationStanding standing,
        @Nullable CaseAllocationAccepted accepted,
        @Nullable CaseAllocationDeclined<T> declined,
        @Nullable CaseServiceStarted started,
        @Nullable CaseServiceEnded<T> ended) {

    /** How an allocation stands. */
    public enum AllocationStanding {
        /** The provider has not answered. */
        OFFERED,
        ACCEPTED,
        DECLINED,
        IN_DELIVERY,
        ENDED
    }

    /** It was allocated; {@code insteadOf} is the id of the allocation whose place it takes. */
    public record CaseAllocated(
            String allocationId,
            String offerId,
            String provider,
            List<String> people,
            String discussionId,
            LocalDate allocatedOn,
            LocalDate answerBy,
            @Nullable String insteadOf) {}

    /** The provider took it up; {@code worker} is the id of whoever will go. */
    public record CaseAllocationAccepted(
            LocalDate acceptedOn, @Nullable String worker) {}

    /** The provider could not take it up. */
    public record CaseAllocationDeclined<T>(DeclineReason reasonCode, T reason, LocalDate declinedOn) {}

    /** The family met the service for the first time. */
    public record CaseServiceStarted(LocalDate startedOn) {}

    /** It ended. */
    public record CaseServiceEnded<T>(
            ServiceOutcome outcome, @Nullable T summary, LocalDate endedOn) {}
}

package uk.earlyhelphub.api.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReferralStatus;

/** A page of the queue; {@code next} continues it. */
public record WorklistPage(
        List<WorklistEntry> entries, @Nullable String next) {

    /**
     * One case in the queue.
     *
     * @param daysWaiting days since it arrived, less those it spent with the referrer
     * @param reReferral whether the same team had a referral about one of these people in the twelve months before
     * @param daysWithReferrer days it spent waiting for the referrer
     * @param needs what it lacks before the Hub can discuss it
     */
    public record WorklistEntry(
            String id,
            String reference,
            ReferralStatus status,
            String area,
            @Nullable LevelOfNeed level,
            boolean immediateRisk,
            boolean reReferral,
            LocalDate receivedOn,
            long daysWaiting,
            long daysWithReferrer,
            List<String> needs) {}
}

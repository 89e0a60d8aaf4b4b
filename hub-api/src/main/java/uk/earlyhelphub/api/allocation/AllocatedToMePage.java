package uk.earlyhelphub.api.allocation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseAllocation.AllocationStanding;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.referral.ServiceOutcome;

/** A page of what a provider's organisation was offered; {@code next} continues it. Without entries there is nothing, or no more. */
public record AllocatedToMePage(
        List<AllocatedToMe> entries, @Nullable String next) {

    /**
     * One allocation, without anybody's name.
     *
     * @param referralId of the case, as long as the allocation goes on: what is sent about it needs the id
     * @param answerBy until when the answer was asked for
     * @param answeredOn when it was taken up or declined
     * @param open whether the case can be read by it now; if not, an allocation that goes on can still be declined or ended
     */
    public record AllocatedToMe(
            String allocationId,
            @Nullable String referralId,
            String offerId,
            AllocationStanding standing,
            int people,
            LocalDate allocatedOn,
            LocalDate answerBy,
            @Nullable LocalDate answeredOn,
            @Nullable DeclineReason declinedBecause,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable ServiceOutcome outcome,
            boolean open) {}
}

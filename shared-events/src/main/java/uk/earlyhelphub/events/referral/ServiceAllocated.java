package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.DiscussionId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;

/** A service was allocated to the family. */
public record ServiceAllocated(
        ReferralId referralId,
        AllocationId allocationId,
        OfferId offerId,
        String provider,
        List<PersonId> people,
        DiscussionId discussionId,
        LocalDate allocatedOn,
        LocalDate answerBy,
        @Nullable AllocationId insteadOf)
        implements AllocationEvent {
    public ServiceAllocated {
        people = List.copyOf(people);
    }
}

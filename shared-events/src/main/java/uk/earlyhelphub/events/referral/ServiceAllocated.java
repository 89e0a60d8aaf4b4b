package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.privacy.PersonId;
import uk.earlyhelphub.events.serviceoffer.OfferId;

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
        implements ReferralEvent {
    public ServiceAllocated {
        people = List.copyOf(people);
    }
}

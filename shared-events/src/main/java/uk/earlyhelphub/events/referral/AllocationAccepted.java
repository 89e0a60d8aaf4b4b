package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;

/** The provider took the allocation up. */
public record AllocationAccepted(
        ReferralId referralId,
        AllocationId allocationId,
        LocalDate acceptedOn,
        @Nullable String worker) implements AllocationEvent {}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The provider could not take the allocation up; the referral returns to the Hub. */
public record AllocationDeclined(
        ReferralId referralId,
        AllocationId allocationId,
        DeclineReason reasonCode,
        ProtectedText reason,
        LocalDate declinedOn)
        implements AllocationEvent, ReturnsToHub {}

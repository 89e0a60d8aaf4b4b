package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The service ended, with an outcome. */
public record ServiceEnded(
        ReferralId referralId,
        AllocationId allocationId,
        ServiceOutcome outcome,
        @Nullable ProtectedText summary,
        LocalDate endedOn)
        implements AllocationEvent {}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The referral was closed. */
public record ReferralClosed(
        ReferralId referralId,
        ClosureReason reasonCode,
        @Nullable ProtectedText reason,
        LocalDate closedOn) implements EndingEvent {}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** Social care handed the family back to early help. */
public record SteppedDownFromSocialCare(
        ReferralId referralId, HandoverId handoverId, ProtectedText reason, LocalDate steppedDownOn)
        implements EndingEvent, ReturnsToHub {}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A closed referral was opened again. */
public record ReferralReopened(ReferralId referralId, ProtectedText reason, LocalDate reopenedOn)
        implements EndingEvent, ReturnsToHub {}

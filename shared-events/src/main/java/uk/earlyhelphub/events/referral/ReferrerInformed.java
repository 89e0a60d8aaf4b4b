package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The referrer was told what came of the referral (R59). */
public record ReferrerInformed(
        ReferralId referralId,
        InformMethod method,
        @Nullable ProtectedText what,
        LocalDate informedOn) implements IntakeEvent {}

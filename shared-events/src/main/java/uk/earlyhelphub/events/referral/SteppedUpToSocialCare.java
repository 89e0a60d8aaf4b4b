package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The family was handed up to social care; no consent is needed for this (R56). */
public record SteppedUpToSocialCare(
        ReferralId referralId, HandoverId handoverId, boolean immediate, ProtectedText reason, LocalDate steppedUpOn)
        implements EndingEvent {}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;

/** A recipient said what it did with recalled data. */
public record RecallAcknowledged(
        ReferralId referralId,
        SharingId sharingId,
        RecallAnswer answer,
        String acknowledgedBy,
        LocalDate acknowledgedOn)
        implements SharingEvent {}

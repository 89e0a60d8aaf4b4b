package uk.earlyhelphub.events.referral;

import java.time.LocalDate;

/** A recipient said what it did with recalled data. */
public record RecallAcknowledged(
        ReferralId referralId,
        SharingId sharingId,
        RecallAnswer answer,
        String acknowledgedBy,
        LocalDate acknowledgedOn)
        implements ReferralEvent {}

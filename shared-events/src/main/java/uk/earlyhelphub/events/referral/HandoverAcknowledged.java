package uk.earlyhelphub.events.referral;

import java.time.LocalDate;

/** The receiving side confirmed a handover. */
public record HandoverAcknowledged(
        ReferralId referralId, HandoverId handoverId, String acknowledgedBy, LocalDate acknowledgedOn)
        implements ReferralEvent {}

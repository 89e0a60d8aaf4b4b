package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.ReferralId;

/** The receiving side confirmed a handover. */
public record HandoverAcknowledged(
        ReferralId referralId, HandoverId handoverId, String acknowledgedBy, LocalDate acknowledgedOn)
        implements EndingEvent {}

package uk.earlyhelphub.events.recordaccess;

import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ReferralId;

/** The Data Protection Officer looked at an emergency opening of a case and judged it. */
public record BreakGlassReviewed(
        AccessId accessId, ReferralId referralId, BreakGlassOutcome outcome, ProtectedText note)
        implements RecordAccessEvent {}

package uk.earlyhelphub.events.recordaccess;

import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The Data Protection Officer looked at an emergency opening of a case and judged it. */
public record BreakGlassReviewed(
        AccessId accessId, ReferralId referralId, BreakGlassOutcome outcome, ProtectedText note)
        implements EmergencyEvent, AboutReferral {}

package uk.earlyhelphub.events.recordaccess;

import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * Somebody whom nothing ties to a case opened it in an emergency, with a reason; the Data Protection Officer reviews it.
 *
 * @param minutes for how long, 60 at most
 */
public record BreakGlassUsed(AccessId accessId, ReferralId referralId, ProtectedText reason, int minutes)
        implements EmergencyEvent, AboutReferral {}

package uk.earlyhelphub.events.recordaccess;

import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.kernel.AccountableRefusal;

/**
 * Somebody wanted to open a case in an emergency and was refused, because of what they had opened before; the Data Protection
 * Officer sees it beside their openings.
 *
 * @param referralId the case that they asked for, whether or not there is one by that id
 * @param rule the rule that stood in the way, e.g. {@code one-emergency-at-a-time}
 */
public record BreakGlassRefused(AccessId accessId, ReferralId referralId, String rule)
        implements EmergencyEvent, AboutReferral, AccountableRefusal {}

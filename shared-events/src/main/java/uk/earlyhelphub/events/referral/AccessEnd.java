package uk.earlyhelphub.events.referral;

/** Why a recipient may no longer read what was shared with it. */
public enum AccessEnd {
    CONSENT_WITHDRAWN,
    CONSENT_ENDED,
    RECALLED,
    PERIOD_ENDED,
    REFERRAL_CLOSED
}

package uk.earlyhelphub.events.referral;

/** Why data that was shared is asked back. */
public enum RecallCause {
    CONSENT_WITHDRAWN,
    SHARED_IN_ERROR,
    DATA_CORRECTED,
    NO_LONGER_NEEDED
}

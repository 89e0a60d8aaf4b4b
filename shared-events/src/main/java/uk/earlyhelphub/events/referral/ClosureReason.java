package uk.earlyhelphub.events.referral;

/** Why a referral was closed. */
public enum ClosureReason {
    NEEDS_MET,
    NO_CONSENT,
    SIGNPOSTED,
    NO_FURTHER_ACTION,
    STEPPED_UP,
    FAMILY_MOVED,
    DUPLICATE,
    RECEIVED_IN_ERROR
}

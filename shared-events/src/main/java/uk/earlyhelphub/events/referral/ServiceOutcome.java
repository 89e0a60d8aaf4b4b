package uk.earlyhelphub.events.referral;

/** How a service ended. */
public enum ServiceOutcome {
    NEEDS_MET,
    PARTLY_MET,
    NOT_MET,
    FAMILY_LEFT,
    STEPPED_UP
}

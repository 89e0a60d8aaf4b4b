package uk.earlyhelphub.events.referral;

/** How a manager decided where those who hold parental responsibility disagree. */
public enum DisputeOutcome {
    /** The yes is relied on. */
    RELY_ON_CONSENT,
    /** Nothing goes ahead on consent. */
    DO_NOT_GO_AHEAD
}

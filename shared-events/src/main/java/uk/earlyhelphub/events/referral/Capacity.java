package uk.earlyhelphub.events.referral;

/** In what capacity somebody answered a request for consent (R11). */
public enum Capacity {
    /** Holds parental responsibility for the child. */
    PARENTAL_RESPONSIBILITY,
    /** An adult, for themselves. */
    ADULT_FOR_SELF,
    /** A child whose own understanding was assessed, with assessor and reasons. */
    ASSESSED_COMPETENT
}

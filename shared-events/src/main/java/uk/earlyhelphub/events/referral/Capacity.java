package uk.earlyhelphub.events.referral;

/** In what capacity somebody answered a request for consent, or took consent back (R11). */
public enum Capacity {
    /** Holds parental responsibility for the child. */
    PARENTAL_RESPONSIBILITY,
    /** An adult, for themselves. */
    ADULT_FOR_SELF,
    /** Somebody of 16 or 17, for themselves: they are presumed able to decide (Mental Capacity Act 2005 s 1(2)). */
    YOUNG_PERSON_FOR_SELF,
    /** A child whose own understanding was assessed, with assessor and reasons. */
    ASSESSED_COMPETENT;

    /** Whether it is the answer of the very person whom it is about. */
    public boolean forSelf() {
        return this != PARENTAL_RESPONSIBILITY;
    }
}

package uk.earlyhelphub.events.privacy;

/** How old somebody is, as far as a rule needs to know it; never a date. */
public enum AgeBand {
    /** No date of birth is known. */
    UNKNOWN,
    /** Decides for themselves only once their understanding was assessed (R11). */
    UNDER_16,
    /** Presumed able to decide for themselves (Family Law Reform Act 1969 s 8, Mental Capacity Act 2005 s 1(2)). */
    AGED_16_OR_17,
    /** 18 or over; nobody else consents for them (R12). */
    ADULT
}

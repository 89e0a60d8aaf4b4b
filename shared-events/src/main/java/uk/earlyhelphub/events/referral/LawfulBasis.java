package uk.earlyhelphub.events.referral;

/** Under which lawful basis data was shared. */
public enum LawfulBasis {
    CONSENT,
    LEGAL_OBLIGATION,
    VITAL_INTERESTS,
    PUBLIC_TASK
}

package uk.earlyhelphub.events.referral;

/** How the referrer was told what came of the referral. */
public enum InformMethod {
    EMAIL,
    PHONE,
    LETTER,
    PORTAL,
    IN_PERSON
}

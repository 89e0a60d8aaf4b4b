package uk.earlyhelphub.events.referral;

/** The closed list of legal gateways for going on without consent (R14-R16). Recognised legitimate interest is not among them: it is closed to public authorities (R15). */
public enum Gateway {
    /** UK GDPR Art 6(1)(c), with the enactment cited. */
    LEGAL_OBLIGATION,
    /** Art 6(1)(d), life at stake. */
    VITAL_INTERESTS,
    /** Art 6(1)(e), with the function cited. */
    PUBLIC_TASK
}

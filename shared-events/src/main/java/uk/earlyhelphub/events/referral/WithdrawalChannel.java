package uk.earlyhelphub.events.referral;

/** By which channel consent was withdrawn: every channel will do (R10). */
public enum WithdrawalChannel {
    IN_PERSON,
    PHONE,
    EMAIL,
    LETTER,
    PORTAL,
    THROUGH_PROFESSIONAL
}

package uk.earlyhelphub.events.referral;

/** How an answer was given. Silence is not among them: consent is explicit (R8). */
public enum AnswerMethod {
    SIGNED_FORM,
    ELECTRONIC_FORM,
    EMAIL,
    SPOKEN_IN_PERSON,
    SPOKEN_BY_PHONE,
    INTERPRETED
}

package uk.earlyhelphub.events.referral;

/** How a referral reached the Hub. */
public enum Channel {
    PROFESSIONAL,
    PARENT_OR_CARER,
    YOUNG_PERSON,
    PHONE,
    /** Handed down by social care. */
    STEP_DOWN
}

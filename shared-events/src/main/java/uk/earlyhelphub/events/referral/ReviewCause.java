package uk.earlyhelphub.events.referral;

/** Why consent must be looked at again. */
public enum ReviewCause {
    /** The review date that was agreed. */
    REVIEW_DATE,
    /** The young person is an adult; a parent's answer no longer counts (R12). */
    TURNED_18
}

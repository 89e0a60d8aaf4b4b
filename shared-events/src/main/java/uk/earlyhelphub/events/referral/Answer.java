package uk.earlyhelphub.events.referral;

/** An answer that may honestly be that nobody knows. */
public enum Answer {
    YES,
    NO,
    NOT_KNOWN
}

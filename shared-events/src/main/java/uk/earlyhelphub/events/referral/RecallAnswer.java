package uk.earlyhelphub.events.referral;

/** What a recipient says it did with recalled data. */
public enum RecallAnswer {
    DESTROYED,
    RETURNED,
    KEPT_UNDER_OWN_DUTY
}

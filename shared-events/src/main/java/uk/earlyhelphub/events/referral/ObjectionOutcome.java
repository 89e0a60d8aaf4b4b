package uk.earlyhelphub.events.referral;

/** What became of an objection. */
public enum ObjectionOutcome {
    /** What was agreed stands. */
    NOTHING_CHANGES,
    /** Those who may answer are asked again. */
    ASK_AGAIN,
    /** Something else was done to keep somebody safe, as the reasons say. */
    ACTED_ON
}

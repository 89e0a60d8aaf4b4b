package uk.earlyhelphub.events.operations;

/** Why what people are shown is made again from the history. */
public enum ReplayReason {
    AUDIT,
    SUSPECTED_DIFFERENCE,
    NEW_RELEASE,
    AFTER_A_REPAIR,
    DRILL
}

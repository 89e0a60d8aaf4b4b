package uk.earlyhelphub.events.recordaccess;

/** How the Data Protection Officer judged it. */
public enum ConflictOutcome {
    /** They are not close after all, or it was proper. */
    PROPER,
    /** Somebody else takes the case over. */
    CASE_MOVED,
    /** They should not have looked; it is followed up. */
    IMPROPER
}

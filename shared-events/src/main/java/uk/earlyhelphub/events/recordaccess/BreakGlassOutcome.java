package uk.earlyhelphub.events.recordaccess;

/** How an emergency opening of a case was judged. */
public enum BreakGlassOutcome {
    JUSTIFIED,
    NOT_JUSTIFIED,
    /** It is looked into further, for example as a breach. */
    UNDER_INVESTIGATION
}

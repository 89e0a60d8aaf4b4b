package uk.earlyhelphub.events.operations;

/** What a replay is for. */
public enum ReplayKind {
    /** Fill second tables from the history and put them in the place of the first. */
    REBUILD,
    /** Fill second tables from the history, compare, and throw them away. */
    CHECK
}

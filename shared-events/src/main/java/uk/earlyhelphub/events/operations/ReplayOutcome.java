package uk.earlyhelphub.events.operations;

/** What came of a replay. */
public enum ReplayOutcome {
    /** What was shown and what the history says are the same; nothing was changed. */
    SAME,
    /** They differ, and nothing was changed. */
    DIFFERENT,
    /** What the history says has taken the place of what was shown. */
    SWAPPED,
    /** It could not be carried through, and nothing was changed. */
    FAILED
}

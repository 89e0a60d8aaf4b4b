package uk.earlyhelphub.events.recordaccess;

/** Why somebody was told that there is no such record for them. */
public enum RefusedBecause {
    /** Nothing ties this person to the case. */
    NO_TIE,
    /** What they asked for, or tried to do, does not come with their role. */
    NOT_THEIR_ROLE,
    /** They declared an interest in the case, and so are barred from it. */
    INTEREST_DECLARED,
    /** What was shared with them may no longer be read. */
    ACCESS_ENDED,
    /** They took out too much in too short a time. */
    TOO_OFTEN,
    /** There is no such record. */
    NO_SUCH_RECORD
}

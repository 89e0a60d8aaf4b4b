package uk.earlyhelphub.proof;

/**
 * Something that shows that a history, a checkpoint or a file is not what it should be.
 *
 * @param where which event, or which stretch of the log
 * @param what what is wrong with it, in a sentence
 */
public record Finding(Kind kind, String where, String what) {
    public Finding {
        where = Printable.of(where);
        what = Printable.of(what);
    }

    static final String EDITED_WHAT = "what is stored is not what was recorded";
    static final String DELETED_WHAT = "what was recorded is no longer stored";
    static final String INSERTED_WHAT = "what is stored was never recorded in the log";

    /** What kind of alteration it is. */
    public enum Kind {
        /** What is stored is not what was recorded. */
        EDITED,
        /** What was recorded is no longer stored. */
        DELETED,
        /** What is stored was never recorded in the log. */
        INSERTED,
        /** What is stored lacks the code that only the Hub can give: somebody else wrote it. */
        FORGED,
        /** Events do not stand in the order in which they were recorded. */
        MOVED,
        /** An event's number among those of its case is not the next one. */
        RENUMBERED,
        /** The history ends before the checkpoint does. */
        TRUNCATED,
        /** The hashes do not lead to the root that was signed. */
        NOT_WHAT_WAS_SIGNED,
        /** It is not what the kept checkpoint was made of: history was written anew. */
        FORKED,
        /** The history is shorter than the kept checkpoint says it was. */
        ROLLED_BACK,
        /** A checkpoint was not signed by the log's key. */
        FORGED_CHECKPOINT,
        /** The log's own note of where an event stood is wrong; the event itself is what was recorded. */
        MISPLACED_IN_LOG,
        /** The store's tables are not as they were made: readers could be shown different histories. */
        STORE_CHANGED,
        /** The file is not as it was written. */
        DAMAGED_FILE
    }

    @Override
    public String toString() {
        return kind + " " + where + ": " + what;
    }
}

package uk.earlyhelphub.platform.engine;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * A row stands in the store that the Hub did not write: no transaction of this cluster can have written it, or it lacks the code
 * that only the Hub can give. Readers of the whole history, and the log that proves it, pass it by, so nothing is decided or
 * answered from it: the caller hears that it cannot be done just now (503).
 */
public final class HistoryInDoubt extends NonTransientDataAccessException {
    private HistoryInDoubt(String message) {
        super(message);
    }

    static HistoryInDoubt outside(EventPosition position) {
        return new HistoryInDoubt("The row at " + position + " was not written by any transaction of this cluster");
    }

    static HistoryInDoubt withoutCode(EventPosition position) {
        return new HistoryInDoubt("The row at " + position + " has not the code of the Hub");
    }

    /** A receipt has not the code of the Hub. */
    public static HistoryInDoubt ofReceipt() {
        return new HistoryInDoubt("The receipt of a command has not the code of the Hub");
    }
}

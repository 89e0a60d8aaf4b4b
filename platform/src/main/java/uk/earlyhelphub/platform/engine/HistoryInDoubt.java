package uk.earlyhelphub.platform.engine;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * A row stands in the store that no transaction of this cluster can have written. Readers of the whole history, and the log that
 * proves it, never come to it, so nothing is decided or answered from it: the caller hears that it cannot be done just now (503).
 */
public final class HistoryInDoubt extends NonTransientDataAccessException {
    HistoryInDoubt(EventPosition position) {
        super("The row at " + position + " was not written by any transaction of this cluster");
    }
}

package uk.earlyhelphub.platform.engine;

import java.util.List;

/** Where projections read from. */
public interface EventSource {

    /**
     * What follows a position.
     *
     * @param events settled events in reading order
     * @param heldBack whether more are stored that may not be read yet, because an older transaction is still running
     */
    record Page(List<RecordedEvent> events, boolean heldBack) {}

    /** The next events after a position, at most {@code limit}. */
    Page after(EventPosition position, int limit);

    /** The position of the newest event, settled or not. */
    EventPosition head();
}

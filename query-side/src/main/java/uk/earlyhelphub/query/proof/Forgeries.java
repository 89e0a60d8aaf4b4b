package uk.earlyhelphub.query.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.StoredEvent;
import uk.earlyhelphub.proof.Finding;

/** Rows that were met in the store and that the Hub did not write. The log never takes one in. */
final class Forgeries {
    private static final Logger LOG = LoggerFactory.getLogger(Forgeries.class);
    private static final int LISTED = 1000;

    private final Map<EventPosition, Finding> listed = new LinkedHashMap<>();

    /** Notes a row, if it is not known; beyond the first thousand none is, for then everybody knows. */
    synchronized void note(StoredEvent row) {
        if (listed.size() >= LISTED || listed.containsKey(row.position())) {
            return;
        }
        var finding = new Finding(
                Finding.Kind.FORGED,
                row.type() + " " + row.eventId() + " (" + row.stream() + " " + row.aggregateId() + ", number "
                        + row.sequence() + ", at " + row.position() + ")",
                "it has not the code that only the Hub can give");
        listed.put(row.position(), finding);
        LOG.error("HISTORY WAS ALTERED: {}", finding);
    }

    /** Those that are still there, or as far as they were looked at again. */
    synchronized List<Finding> findings() {
        return List.copyOf(listed.values());
    }

    private synchronized List<EventPosition> positions() {
        return new ArrayList<>(listed.keySet());
    }

    /** Forgets those that somebody has taken away since, or put right. */
    void lookAgain(EventLog store) {
        for (var position : positions()) {
            var row = store.storedAt(position);
            if (row.isEmpty() || row.get().byTheHub()) {
                LOG.warn("A row at {} that the Hub did not write is gone", position);
                synchronized (this) {
                    listed.remove(position);
                }
            }
        }
    }
}

package uk.earlyhelphub.platform.engine;

import java.time.Instant;

/**
 * One row of the store exactly as it is stored, nothing read or lifted.
 *
 * @param payload the stored JSON text
 * @param envelope the stored JSON text
 * @param byTheHub whether it has the code that only the Hub can give
 */
public record StoredEvent(
        EventPosition position,
        String eventId,
        String stream,
        String aggregateId,
        long sequence,
        String type,
        int revision,
        Instant recordedAt,
        String payload,
        String envelope,
        boolean byTheHub) {

    /** What its code is made over: everything but the place that the database gave it. */
    public byte[] said() {
        return EventCodes.said(
                "event",
                Integer.toString(position.epoch()),
                eventId,
                stream,
                aggregateId,
                Long.toString(sequence),
                type,
                Integer.toString(revision),
                EventCodes.said(recordedAt),
                payload,
                envelope);
    }

    StoredEvent seen(boolean theHubs) {
        return new StoredEvent(
                position,
                eventId,
                stream,
                aggregateId,
                sequence,
                type,
                revision,
                recordedAt,
                payload,
                envelope,
                theHubs);
    }
}

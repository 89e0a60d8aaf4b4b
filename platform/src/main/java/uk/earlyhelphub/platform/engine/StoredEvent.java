package uk.earlyhelphub.platform.engine;

import java.time.Instant;

/**
 * One row of the store exactly as it is stored, nothing read or lifted.
 *
 * @param payload the stored JSON text
 * @param envelope the stored JSON text
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
        String envelope) {}

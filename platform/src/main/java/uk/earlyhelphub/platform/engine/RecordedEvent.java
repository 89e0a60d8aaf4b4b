package uk.earlyhelphub.platform.engine;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import uk.earlyhelphub.events.kernel.HubEvent;

/** One event as the store holds it, in reading order. Payload and envelope are read from their JSON only when asked for. */
public final class RecordedEvent {
    private final EventPosition position;
    private final String eventId;
    private final String stream;
    private final String aggregateId;
    private final long sequence;
    private final String type;
    private final Instant recordedAt;
    private final Supplier<HubEvent> payload;
    private final Supplier<Map<String, String>> envelope;

    RecordedEvent(
            EventPosition position,
            String eventId,
            String stream,
            String aggregateId,
            long sequence,
            String type,
            Instant recordedAt,
            Supplier<HubEvent> payload,
            Supplier<Map<String, String>> envelope) {
        this.position = position;
        this.eventId = eventId;
        this.stream = stream;
        this.aggregateId = aggregateId;
        this.sequence = sequence;
        this.type = type;
        this.recordedAt = recordedAt;
        this.payload = payload;
        this.envelope = envelope;
    }

    public EventPosition position() {
        return position;
    }

    public String eventId() {
        return eventId;
    }

    public String stream() {
        return stream;
    }

    public String aggregateId() {
        return aggregateId;
    }

    public long sequence() {
        return sequence;
    }

    public String type() {
        return type;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** What happened. Throws {@link EventCodec.UnreadableEvent} if this release cannot read it. */
    public HubEvent payload() {
        return payload.get();
    }

    /** Who, in which role, for whom and why. */
    public Map<String, String> envelope() {
        return envelope.get();
    }
}

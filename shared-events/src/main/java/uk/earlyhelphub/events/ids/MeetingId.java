package uk.earlyhelphub.events.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One weekly Hub meeting. */
public record MeetingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MeetingId {
        RecordId.requireCanonical(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package uk.earlyhelphub.events.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One handover to or from social care. */
public record HandoverId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HandoverId {
        RecordId.requireCanonical(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

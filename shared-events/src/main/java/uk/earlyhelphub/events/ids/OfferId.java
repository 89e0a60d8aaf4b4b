package uk.earlyhelphub.events.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One service in the directory that a family can be offered. */
public record OfferId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfferId {
        RecordId.requireCanonical(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

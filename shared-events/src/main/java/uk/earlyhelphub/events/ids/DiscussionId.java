package uk.earlyhelphub.events.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One discussion of one referral at one Hub meeting. */
public record DiscussionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DiscussionId {
        RecordId.requireCanonical(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

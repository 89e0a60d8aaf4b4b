package uk.earlyhelphub.events.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One referral, from its arrival to the end of its retention. */
public record ReferralId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReferralId {
        RecordId.requireCanonical(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package uk.earlyhelphub.api.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What stands in the place of a text for whoever may learn that there is one, and not what it says. */
public enum SealedText {
    /** There is a text. */
    @JsonProperty("[sealed]")
    SEALED
}

package uk.earlyhelphub.query.planted;

import java.time.LocalDate;
import java.time.ZoneId;

/** Planted: a rule must refuse it. */
public final class TellingTheTimeOfAPlace {
    LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }
}

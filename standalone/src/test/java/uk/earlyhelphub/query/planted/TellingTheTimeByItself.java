package uk.earlyhelphub.query.planted;

import java.time.Instant;

/** Planted: a rule must refuse it. */
public final class TellingTheTimeByItself {
    Instant time() {
        return Instant.now();
    }
}

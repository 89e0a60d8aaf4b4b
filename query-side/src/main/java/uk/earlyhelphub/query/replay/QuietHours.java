package uk.earlyhelphub.query.replay;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When few people work, by the clock on the wall in England. From and until may lie on two sides of midnight; if they are the same,
 * it is always.
 */
record QuietHours(LocalTime from, LocalTime until) {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    boolean at(Instant instant) {
        var time = instant.atZone(ENGLAND).toLocalTime();
        if (from.equals(until)) {
            return true;
        }
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}

package uk.earlyhelphub.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The clock of a demonstration: it can live through the past weeks once, and from then on shows the real time. */
@Component
@ConditionalOnProperty(
        name = {"hub.demo", "hub.demo.families"},
        havingValue = "true")
final class DemoClock extends Clock {
    private volatile Duration behind = Duration.ZERO;

    void livesAt(Instant instant) {
        behind = Duration.between(instant, Clock.systemUTC().instant());
    }

    void isRealFromNowOn() {
        behind = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), behind.negated());
    }
}

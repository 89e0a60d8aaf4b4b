package uk.earlyhelphub.platform.commands;

import java.time.Duration;
import uk.earlyhelphub.events.kernel.ReasonCode;

/** Somebody did this as often as one person may just now. Later they can do it again. */
public final class TooOften extends RuntimeException {
    private final ReasonCode limit;

    /**
     * @param limit which limit was reached
     * @param detail one sentence in plain words, without personal data
     */
    public TooOften(ReasonCode limit, String detail) {
        super(detail);
        this.limit = limit;
    }

    public ReasonCode limit() {
        return limit;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** When it is worth trying again. */
    public Duration retryAfter() {
        return Duration.ofMinutes(1);
    }
}

package uk.earlyhelphub.platform.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import uk.earlyhelphub.platform.commands.Refused;

/** Answers of "there is nothing" that take the same time, whether there is nothing or it is somebody else's. */
public final class EvenAnswers {
    /** What finding and deciding takes at most on a quiet machine, so that nobody learns from it whether there is a case. */
    private static final Duration AT_LEAST = Duration.ofMillis(60);

    private EvenAnswers() {}

    /** Answers, and says that there is nothing no sooner than it would be said of anything else. */
    public static <T> T whereThereIsNothing(Supplier<T> answer) {
        var since = System.nanoTime();
        try {
            return answer.get();
        } catch (Refused e) {
            if (e.kind() == Refused.Kind.UNKNOWN) {
                noSooner(since);
            }
            throw e;
        }
    }

    /**
     * Waits until it is no sooner than anybody else is refused.
     *
     * @param sinceNanos when it was asked for, by {@link System#nanoTime}
     */
    public static void noSooner(long sinceNanos) {
        var left = AT_LEAST.toNanos() - (System.nanoTime() - sinceNanos);
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }
}

package uk.earlyhelphub.query.access;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import uk.earlyhelphub.platform.engine.ProgressSignal;

/** Waits for what was just recorded to show. */
public final class Soon {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(50);

    private Soon() {}

    /** Waits until something holds, five seconds at most. */
    public static void until(ProgressSignal progress, BooleanSupplier holds) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var seen = progress.seen();
            if (holds.getAsBoolean()) {
                return;
            }
            progress.await(seen, STEP);
        }
    }
}

package uk.earlyhelphub.platform.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One receipt exactly as it is stored.
 *
 * @param versions the stored JSON text
 */
public record StoredReceipt(
        String commandId,
        String actor,
        String fingerprint,
        String versions,
        @Nullable String refusal,
        boolean secretIds,
        Instant recordedAt) {

    /** What its code is made over. */
    public byte[] said() {
        return EventCodes.said(
                "receipt",
                commandId,
                actor,
                fingerprint,
                versions,
                refusal,
                Boolean.toString(secretIds),
                EventCodes.said(recordedAt));
    }
}

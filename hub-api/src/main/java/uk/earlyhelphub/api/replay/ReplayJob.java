package uk.earlyhelphub.api.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayOutcome;
import uk.earlyhelphub.events.operations.ReplayReason;

/**
 * One replay, as it stands.
 *
 * @param done how many events were read
 * @param total how many there are
 * @param perSecond how many were read each second, lately
 * @param secondsLeft about how long it still takes, once that can be said
 * @param differing how many rows differ
 * @param differences the first of them, by table and key, never by content
 */
public record ReplayJob(
        String id,
        String projection,
        ReplayKind kind,
        ReplayReason reason,
        @Nullable String reference,
        State state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        long done,
        long total,
        long perSecond,
        @Nullable Long secondsLeft,
        @Nullable ReplayOutcome outcome,
        @Nullable String digestBefore,
        @Nullable String digestReplayed,
        @Nullable Long differing,
        List<String> differences,
        @Nullable Instant endedAt) {

    /** Where it is on its way. */
    public enum State {
        /** A second person has to agree. */
        REQUESTED,
        RUNNING,
        PAUSED,
        CANCELLED,
        ENDED
    }
}

package uk.earlyhelphub.api.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the proof log stands.
 *
 * @param publicKey to be compared with the key that the auditor was given by somebody else
 * @param size how many events the newest checkpoint covers
 * @param troubles what cannot be written or told just now, by place
 * @param waiting how many stored events are not signed for yet
 * @param waitingSince since when the oldest of them waits
 * @param heldBackBy who holds signing back, if it takes long: database, process, user
 * @param comparing how many events the present comparison has covered
 * @param comparedAt when everything stored was last held against the log
 * @param findings what was found altered, the first of it
 * @param found how many things were found altered
 */
public record ProofLogView(
        String origin,
        String publicKey,
        long size,
        @Nullable Instant signedAt,
        List<String> places,
        Map<String, String> troubles,
        long waiting,
        @Nullable Instant waitingSince,
        List<String> heldBackBy,
        @Nullable Long comparing,
        @Nullable Instant comparedAt,
        List<ProofFinding> findings,
        long found) {

    /** One thing that is not as it was recorded. */
    public record ProofFinding(String kind, String where, String what) {}
}

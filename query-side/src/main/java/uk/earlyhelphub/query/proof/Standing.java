package uk.earlyhelphub.query.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.proof.Finding;

/**
 * How the log stands.
 *
 * @param size how many events the newest checkpoint covers
 * @param troubles what cannot be written or told just now, by place
 * @param waiting what is stored and not signed for
 * @param forged rows that were met and that the Hub did not write
 * @param compared what the last comparison of everything came to, or the present one as far as it found something
 * @param progress how far the present comparison is
 * @param accused what witnesses can prove against this log
 */
record Standing(
        long size,
        @Nullable Instant signedAt,
        Map<String, String> troubles,
        ProofWatch.Sight waiting,
        List<Finding> forged,
        StoreComparisonJob.@Nullable Comparison compared,
        StoreComparisonJob.@Nullable Progress progress,
        List<Finding> accused) {

    /** What was found altered, the first of it. */
    List<Finding> findings() {
        return Stream.of(
                        waiting.outOfReach(),
                        accused,
                        forged,
                        compared == null
                                ? List.<Finding>of()
                                : compared.verdict().findings())
                .flatMap(List::stream)
                .toList();
    }

    /** How many things were found altered. */
    long found() {
        return waiting.outOfReach().size()
                + accused.size()
                + forged.size()
                + (compared == null ? 0 : compared.verdict().found());
    }
}

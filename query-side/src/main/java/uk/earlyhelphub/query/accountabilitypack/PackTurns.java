package uk.earlyhelphub.query.accountabilitypack;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose pack is made next: of those who wait, whoever was served longest ago, so that many packs of one delay nobody else's. */
final class PackTurns {
    private final Map<String, Long> served = new HashMap<>();
    private long turn;

    /** Takes the next of what waits, one pack of each person. */
    Optional<PackStore.Kept> next(List<PackStore.Kept> firstOfEach) {
        served.keySet()
                .removeIf(person ->
                        firstOfEach.stream().noneMatch(k -> k.by().id().equals(person)));
        var next = firstOfEach.stream()
                .min(Comparator.<PackStore.Kept>comparingLong(k -> served.getOrDefault(k.by().id(), 0L))
                        .thenComparing(PackStore.Kept::requestedAt));
        next.ifPresent(k -> served.put(k.by().id(), ++turn));
        return next;
    }
}

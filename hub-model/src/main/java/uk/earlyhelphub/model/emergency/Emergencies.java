package uk.earlyhelphub.model.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.recordaccess.BreakGlassRefused;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.EmergencyEvent;

/**
 * What one person opened in emergencies, folded from what they did and what the Data Protection Officer judged of it: one case at
 * a time, not again while it is open, and at most {@value #UNREVIEWED} a day that nobody has reviewed.
 */
public record Emergencies(List<Opening> openings) {
    /** Nothing so far. */
    public static final Emergencies NONE = new Emergencies(List.of());

    /** So many openings within a day nobody needs to have reviewed. */
    public static final int UNREVIEWED = 4;

    private static final Duration DAY = Duration.ofHours(24);
    /** The clocks of two processes differ a little. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    public Emergencies {
        openings = List.copyOf(openings);
    }

    /**
     * One opening.
     *
     * @param by the id of whoever opened the case
     * @param minutes for how long
     */
    public record Opening(AccessId id, ReferralId referral, String by, Instant at, int minutes, boolean reviewed) {

        /** Until when the case can be read. */
        public Instant until() {
            return at.plus(Duration.ofMinutes(minutes));
        }

        private boolean begunBy(Instant now) {
            return at.isBefore(now.plus(SKEW));
        }

        private boolean openAt(Instant now) {
            return begunBy(now) && until().isAfter(now);
        }
    }

    /** Why another opening has to wait. */
    public enum Obstacle {
        /** Another case is open: one at a time. */
        ANOTHER_IS_OPEN,
        /** This case is open already. */
        OPEN_ALREADY,
        /** Too many of the last day were not reviewed yet. */
        NEEDS_REVIEW
    }

    /**
     * Once one more thing has happened.
     *
     * @param by the id of whoever did it
     */
    public Emergencies after(EmergencyEvent event, String by, Instant at) {
        return switch (event) {
            case BreakGlassUsed e -> {
                var more = new ArrayList<>(openings);
                more.add(new Opening(e.accessId(), e.referralId(), by, at, e.minutes(), false));
                yield new Emergencies(more);
            }
            case BreakGlassReviewed e ->
                new Emergencies(openings.stream()
                        .map(o -> o.id().equals(e.accessId())
                                ? new Opening(o.id(), o.referral(), o.by(), o.at(), o.minutes(), true)
                                : o)
                        .toList());
            case BreakGlassRefused _ -> this;
        };
    }

    /** The same with the openings of others besides. */
    public Emergencies and(Emergencies others) {
        var all = new ArrayList<>(openings);
        all.addAll(others.openings);
        return new Emergencies(all);
    }

    /** Which cases are open at an instant. */
    public Set<ReferralId> openAt(Instant now) {
        return openings.stream()
                .filter(o -> o.openAt(now))
                .map(Opening::referral)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What stands in the way of opening a case now, if anything does. */
    public Optional<Obstacle> obstacle(ReferralId referral, Instant now) {
        var open = openings.stream().filter(o -> o.openAt(now)).toList();
        if (open.stream().anyMatch(o -> !o.referral().equals(referral))) {
            return Optional.of(Obstacle.ANOTHER_IS_OPEN);
        }
        if (!open.isEmpty()) {
            return Optional.of(Obstacle.OPEN_ALREADY);
        }
        var unreviewed = openings.stream()
                .filter(o -> !o.reviewed() && o.begunBy(now) && o.at().isAfter(now.minus(DAY)))
                .count();
        return unreviewed < UNREVIEWED ? Optional.empty() : Optional.of(Obstacle.NEEDS_REVIEW);
    }

    /** The opening of that id. */
    public Optional<Opening> find(AccessId id) {
        return openings.stream().filter(o -> o.id().equals(id)).findFirst();
    }
}

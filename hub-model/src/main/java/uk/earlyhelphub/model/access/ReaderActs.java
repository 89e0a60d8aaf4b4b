package uk.earlyhelphub.model.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.events.recordaccess.EmergencyEvent;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.model.emergency.Emergencies;

/**
 * What one reader did in person that opens cases to them: emergencies, and reasons for looking although somebody seems to be close
 * to them. A reason holds for the rest of its day.
 */
public record ReaderActs(Emergencies emergencies, List<Reason> reasons) {
    /** Nothing so far. */
    public static final ReaderActs NONE = new ReaderActs(Emergencies.NONE, List.of());

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** The clocks of two processes differ a little. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    public ReaderActs {
        reasons = List.copyOf(reasons);
    }

    /** A reason that was given for one case. */
    public record Reason(ReferralId referral, Instant at) {}

    /** Once they did one more thing; what opens nothing changes nothing. */
    public ReaderActs after(RecordAccessEvent event, String by, Instant at) {
        return switch (event) {
            case EmergencyEvent e -> new ReaderActs(emergencies.after(e, by, at), reasons);
            case ConflictReasonGiven e -> {
                var more = new ArrayList<>(reasons);
                more.add(new Reason(e.referralId(), at));
                yield new ReaderActs(emergencies, more);
            }
            default -> this;
        };
    }

    /** Since when reasons hold at an instant: the beginning of its day in London. */
    public static Instant reasonsSince(Instant at) {
        return LocalDate.ofInstant(at, LONDON).atStartOfDay(LONDON).toInstant();
    }

    /** For which cases a reason holds at an instant. */
    public Set<ReferralId> reasonsAt(Instant at) {
        var since = reasonsSince(at);
        return reasons.stream()
                .filter(r -> !r.at().isBefore(since) && r.at().isBefore(at.plus(SKEW)))
                .map(Reason::referral)
                .collect(Collectors.toUnmodifiableSet());
    }
}

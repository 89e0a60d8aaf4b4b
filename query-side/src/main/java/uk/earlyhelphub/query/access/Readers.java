package uk.earlyhelphub.query.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.model.access.ReaderFacts;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * What is known of a reader now: their emergencies and the reasons they gave, from the history itself, and to whom they seem to
 * be close, from the vault. Whether their access to the Hub has ended is asked before anything else of a request.
 */
@Component
public class Readers {
    /** No emergency lasts longer. */
    private static final Duration LONGEST = Duration.ofMinutes(60);
    /** The clocks of two processes differ a little. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> ACTS = List.of("RecordAccess.BreakGlassUsed", "RecordAccess.ConflictReasonGiven");

    private final EventLog log;
    private final Colleagues colleagues;
    private final Clock clock;

    Readers(EventLog log, Colleagues colleagues, Clock clock) {
        this.log = log;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** What one reader did in person of late, and to whom of some people they are close. */
    public record Known(
            Actor actor,
            Set<ReferralId> emergencies,
            Set<ReferralId> reasons,
            Map<PersonId, Set<ConflictKind>> closeTo) {

        /** In which ways they are close to any of those people. */
        public List<ConflictKind> kinds() {
            return closeTo.values().stream()
                    .flatMap(Set::stream)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** As far as it matters for one case. */
        public ReaderFacts on(ReferralId id) {
            return new ReaderFacts(actor, false, closeTo, reasons.contains(id), emergencies.contains(id));
        }
    }

    /** What is known of a reader now, for cases in which these people are. */
    public Known now(Actor actor, Collection<PersonId> people) {
        var now = clock.instant();
        var midnight = LocalDate.ofInstant(now, LONDON).atStartOfDay(LONDON).toInstant();
        var hourAgo = now.minus(LONGEST).minus(SKEW);
        var acts = log.ofTypesBy(ACTS, actor.id(), midnight.isBefore(hourAgo) ? midnight : hourAgo);
        return new Known(
                actor,
                openAt(acts, now),
                reasons(acts, midnight, now),
                new HashMap<>(colleagues.closeTo(actor.id(), people)));
    }

    /** Which cases somebody had open in an emergency at an instant, from what they did until then. */
    static Set<ReferralId> openAt(List<RecordedEvent> acts, Instant at) {
        var open = new HashSet<ReferralId>();
        for (var act : acts) {
            if (act.payload() instanceof BreakGlassUsed used
                    && act.recordedAt().isBefore(at.plus(SKEW))
                    && act.recordedAt().plus(Duration.ofMinutes(used.minutes())).isAfter(at)) {
                open.add(used.referralId());
            }
        }
        return open;
    }

    private static Set<ReferralId> reasons(List<RecordedEvent> acts, Instant midnight, Instant at) {
        return acts.stream()
                .filter(a ->
                        !a.recordedAt().isBefore(midnight) && a.recordedAt().isBefore(at.plus(SKEW)))
                .map(RecordedEvent::payload)
                .filter(ConflictReasonGiven.class::isInstance)
                .map(p -> ((ConflictReasonGiven) p).referralId())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was known of a reader at an instant, on one case in which these people are. */
    public ReaderFacts then(Actor actor, boolean accessEnded, ReferralId id, Collection<PersonId> people, Instant at) {
        var midnight = LocalDate.ofInstant(at, LONDON).atStartOfDay(LONDON).toInstant();
        var hourBefore = at.minus(LONGEST);
        var acts = log.ofTypesBy(ACTS, actor.id(), midnight.isBefore(hourBefore) ? midnight : hourBefore).stream()
                .filter(a -> !a.recordedAt().isAfter(at))
                .toList();
        return new ReaderFacts(
                actor,
                accessEnded,
                colleagues.closeTo(actor.id(), people, at),
                reasons(acts, midnight, at).contains(id),
                openAt(acts, at).contains(id));
    }
}

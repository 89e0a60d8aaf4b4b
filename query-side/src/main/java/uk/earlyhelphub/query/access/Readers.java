package uk.earlyhelphub.query.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.model.access.ReaderActs;
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
        var midnight = ReaderActs.reasonsSince(now);
        var hourAgo = now.minus(LONGEST).minus(SKEW);
        var acts = acts(log.ofTypesBy(ACTS, actor.id(), midnight.isBefore(hourAgo) ? midnight : hourAgo), actor);
        return new Known(
                actor,
                acts.emergencies().openAt(now),
                acts.reasonsAt(now),
                new HashMap<>(colleagues.closeTo(actor.id(), people)));
    }

    private static ReaderActs acts(List<RecordedEvent> events, Actor actor) {
        var acts = ReaderActs.NONE;
        for (var event : events) {
            acts = acts.after((RecordAccessEvent) event.payload(), actor.id(), event.recordedAt());
        }
        return acts;
    }

    /** What was known of a reader at an instant, on one case in which these people are. */
    public ReaderFacts then(Actor actor, boolean accessEnded, ReferralId id, Collection<PersonId> people, Instant at) {
        var midnight = ReaderActs.reasonsSince(at);
        var hourBefore = at.minus(LONGEST);
        var until = log.ofTypesBy(ACTS, actor.id(), midnight.isBefore(hourBefore) ? midnight : hourBefore).stream()
                .filter(a -> !a.recordedAt().isAfter(at))
                .toList();
        var acts = acts(until, actor);
        return new ReaderFacts(
                actor,
                accessEnded,
                colleagues.closeTo(actor.id(), people, at),
                acts.reasonsAt(at).contains(id),
                acts.emergencies().openAt(at).contains(id));
    }
}

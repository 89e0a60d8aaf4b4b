package uk.earlyhelphub.query.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.SealBinding;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * Knows a case as it stood at any instant. It reads that case's own events and nothing else, so the cost does not grow with the
 * store, and folds them with the same function as the live view.
 */
@Component
public class PastCases {
    private final EventLog log;
    private final Clock clock;

    PastCases(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The whole history of a case, oldest first. */
    public List<RecordedEvent> history(ReferralId id) {
        var events = log.ofAggregate(id.value(), 0).stream()
                .filter(e -> e.stream().equals("Referral"))
                .toList();
        events.forEach(SealBinding::check);
        return events;
    }

    /** The case as it stands after a history; none if nothing ever happened. */
    public static Optional<ReferralState> latest(List<RecordedEvent> history) {
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(ReferralState.of(
                        history.stream().map(e -> (ReferralEvent) e.payload()).toList()));
    }

    /** Throws a broken rule if an instant lies ahead. */
    public Instant notAhead(Instant asked, String parameter) {
        if (asked.isAfter(clock.instant())) {
            throw Refused.invalid(parameter, "date-ahead", "This instant lies in the future.");
        }
        return asked;
    }

    /** The case as it was known at an instant. Throws a broken rule if there was none yet. */
    public static ReferralState asKnownAt(List<RecordedEvent> history, Instant instant, String parameter) {
        var state = ReferralState.of(history.stream()
                .filter(e -> !e.recordedAt().isAfter(instant))
                .map(e -> (ReferralEvent) e.payload())
                .toList());
        if (state.version() < 0) {
            throw Refused.invalid(
                    parameter, "before-the-beginning", "The referral had not been received at that instant.");
        }
        return state;
    }

    /** What was put right after an instant, oldest first: details corrected, people recognised or told apart. */
    static List<RecordedEvent> correctionsSince(List<RecordedEvent> history, Instant instant) {
        return history.stream()
                .filter(e -> e.recordedAt().isAfter(instant))
                .filter(e -> e.payload() instanceof DetailsCorrected
                        || e.payload() instanceof PersonLinked
                        || e.payload() instanceof PersonUnlinked)
                .toList();
    }

    /** The case at an instant, with what was put right about it since. */
    static ReferralState asCorrectedSince(ReferralState then, List<RecordedEvent> corrections) {
        var state = then;
        for (var correction : corrections) {
            state = state.after((ReferralEvent) correction.payload());
        }
        return state;
    }
}

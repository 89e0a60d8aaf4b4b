package uk.earlyhelphub.query.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.HouseholdCorrected;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * Knows a case as it stood at any instant, from that case's own events, folded with the same function as the live view: so the
 * cost does not grow with the store.
 */
@Component
public class PastCases {
    private final Clock clock;

    PastCases(Clock clock) {
        this.clock = clock;
    }

    /** Throws a broken rule if an instant lies ahead. */
    public Instant notAhead(Instant asked, String parameter) {
        if (asked.isAfter(clock.instant())) {
            throw Refused.by(CommonRule.DATE_AHEAD, parameter, "This instant lies in the future.");
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
            throw Refused.by(
                    CaseFileRule.BEFORE_THE_BEGINNING,
                    parameter,
                    "The referral had not been received at that instant.");
        }
        return state;
    }

    /** What was put right after an instant, oldest first: details corrected, people recognised or told apart. */
    static List<RecordedEvent> correctionsSince(List<RecordedEvent> history, Instant instant) {
        return history.stream()
                .filter(e -> e.recordedAt().isAfter(instant))
                .filter(e -> e.payload() instanceof DetailsCorrected
                        || e.payload() instanceof ReferralCorrected
                        || e.payload() instanceof HouseholdCorrected
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

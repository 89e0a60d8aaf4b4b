package uk.earlyhelphub.query.breakglass;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.ids.Ids;

/**
 * The stream of each person's emergencies. Openings of the same moment take the same number in it, so only one of them passes.
 * Earlier each opening was a stream of its own, with its review; those still count.
 */
@Component
class EmergencyStreams {
    /** What an earlier opening can still count for is over after a day; the clocks of two processes differ a little. */
    private static final Duration STILL_COUNTS = Duration.ofHours(25);

    private static final List<String> ACTS = List.of("RecordAccess.BreakGlassUsed", "RecordAccess.ConflictReasonGiven");

    private final EventLog log;
    private final Clock clock;

    EmergencyStreams(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * A stream as it was read.
     *
     * @param next the number that its next event gets
     */
    record Read(String id, long next, Emergencies emergencies) {}

    /** What somebody opened in emergencies, so far as it can count now. */
    Read of(String actorId) {
        var stream = Ids.derived(actorId, "emergencies");
        var history = log.ofAggregate(stream, 0);
        var before = log.ofTypesBy(ACTS, actorId, clock.instant().minus(STILL_COUNTS)).stream()
                .filter(act -> act.type().equals("RecordAccess.BreakGlassUsed"))
                .map(RecordedEvent::aggregateId)
                .filter(id -> !id.equals(stream))
                .toList();
        var emergencies = Emergencies.NONE;
        for (var events : log.ofAggregates(before).values()) {
            emergencies = folded(emergencies, events);
        }
        return new Read(stream, history.size(), folded(emergencies, history));
    }

    /** The stream that one opening is in. */
    Read with(String actorId, AccessId opening) {
        var alone = log.ofAggregate(opening.value(), 0);
        return alone.isEmpty() ? of(actorId) : new Read(opening.value(), alone.size(), folded(Emergencies.NONE, alone));
    }

    /** Throws if this person may not open this case now. Whether there is such a case is not asked, so it cannot be told. */
    void requireFree(Read read, ReferralId referral) {
        read.emergencies().obstacle(referral, clock.instant()).ifPresent(obstacle -> {
            throw switch (obstacle) {
                case ANOTHER_IS_OPEN ->
                    Refused.by(
                            EmergencyRule.ONE_EMERGENCY_AT_A_TIME,
                            "You have another case open in an emergency. One at a time.");
                case OPEN_ALREADY ->
                    Refused.by(EmergencyRule.EMERGENCY_IS_OPEN, "You have this case open in an emergency already.");
                case NEEDS_REVIEW ->
                    Refused.by(
                            EmergencyRule.EMERGENCY_NEEDS_REVIEW,
                            "You opened four cases in emergencies within a day that nobody has reviewed yet.");
            };
        });
    }

    /** Until when what was recorded there can be read. */
    Instant until(String stream, long sequence, int minutes) {
        return log.ofAggregate(stream, sequence).getFirst().recordedAt().plus(Duration.ofMinutes(minutes));
    }

    private static Emergencies folded(Emergencies before, List<RecordedEvent> events) {
        var after = before;
        for (var event : events) {
            if (event.payload() instanceof RecordAccessEvent e) {
                after = after.after(e, event.recordedAt());
            }
        }
        return after;
    }
}

package uk.earlyhelphub.command.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.EmergencyEvent;
import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.commands.StreamDefinition.Transition;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.ids.Ids;

/**
 * The stream of each person's emergencies. Earlier each opening was a stream of its own, with its review; those still count, and
 * are still reviewed there.
 */
@Component
public class EmergencyStreams {
    /** What an earlier opening can still count for is over after a day; the clocks of two processes differ a little. */
    private static final Duration STILL_COUNTS = Duration.ofHours(25);

    private static final String USED = "RecordAccess.BreakGlassUsed";

    private final EventLog log;

    EmergencyStreams(EventLog log) {
        this.log = log;
    }

    /** Its fold and its commands. What may happen when is what the commands decide: it is a matter of time and not of order. */
    public static StreamDefinition<EmergencyEvent, Emergencies, EmergencyContext> stream(
            Function<CommandContext<Emergencies>, EmergencyContext> context) {
        return new StreamDefinition<>(
                "RecordAccess",
                EmergencyEvent.class,
                event -> null,
                Emergencies.NONE,
                (before, event, act) -> before.after(event, act.by().id(), act.at()),
                (actor, state) -> actor.role() == Role.DATA_PROTECTION_OFFICER,
                Transition.whatIsDecided(),
                Guard.none(),
                context,
                List.of(OpenInEmergency.class, ReviewEmergency.class));
    }

    /** The stream of what somebody opens. */
    static String of(String actorId) {
        return Ids.derived(actorId, "emergencies");
    }

    /** The stream that one opening is in; nothing if there is no such opening. */
    Optional<String> with(AccessId opening) {
        return log.aggregateWith(USED, "accessId", opening.value());
    }

    /** What was opened by that name; nothing if nothing was. */
    Optional<BreakGlassUsed> opening(String stream, AccessId id) {
        return log.ofAggregate(stream, 0).stream()
                .map(RecordedEvent::payload)
                .filter(e -> e instanceof BreakGlassUsed used && used.accessId().equals(id))
                .map(BreakGlassUsed.class::cast)
                .findFirst();
    }

    /** What somebody opened of late that is not in their stream. */
    public Emergencies elsewhere(Actor actor, Instant at) {
        var stream = of(actor.id());
        var before = log.ofTypesBy(List.of(USED), actor.id(), at.minus(STILL_COUNTS)).stream()
                .map(RecordedEvent::aggregateId)
                .filter(id -> !id.equals(stream))
                .toList();
        var emergencies = Emergencies.NONE;
        for (var events : log.ofAggregates(before).values()) {
            for (var event : events) {
                if (event.payload() instanceof EmergencyEvent e) {
                    emergencies =
                            emergencies.after(e, Actor.from(event.envelope()).id(), event.recordedAt());
                }
            }
        }
        return emergencies;
    }

    /** Until when what was recorded there can be read. */
    Instant until(String stream, long sequence, int minutes) {
        return log.ofAggregate(stream, sequence).getFirst().recordedAt().plus(Duration.ofMinutes(minutes));
    }
}

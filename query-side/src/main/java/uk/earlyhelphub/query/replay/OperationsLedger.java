package uk.earlyhelphub.query.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ReplayEvent;
import uk.earlyhelphub.model.operation.ReplayState;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;
import uk.earlyhelphub.platform.ids.Ids;

/** What is on record about replays, and what the Hub records by itself when it carries one through. */
@Component
class OperationsLedger {
    private static final Actor THE_HUB = new Actor("hub-replay", "The Hub's replay", Role.SYSTEM, "hub", null);
    private final EventLog log;
    private final DirectRecord events;
    private final Ids ids;

    OperationsLedger(EventLog log, EventStore events, Ids ids, Clock clock) {
        this.log = log;
        this.events = new DirectRecord(events, clock);
        this.ids = ids;
    }

    /** All that is on record about one replay. */
    ReplayStory story(String id) {
        var history = log.ofAggregate(id, 0);
        var state = ReplayState.NONE;
        for (var event : history) {
            if (event.payload() instanceof ReplayEvent e) {
                state = state.after(e, Actor.from(event.envelope()).id());
            }
        }
        return new ReplayStory(
                state,
                history.size(),
                history.isEmpty() ? Instant.EPOCH : history.getFirst().recordedAt());
    }

    /** The ids of the replays that were asked for since an instant, in that order. */
    List<String> requestedSince(Instant since) {
        return log.ofTypesSince(List.of("Operation.ReplayRequested"), since).stream()
                .map(RecordedEvent::aggregateId)
                .toList();
    }

    /**
     * Records what the Hub does by itself, unless something else happened since the story was read. Answers whether it is on
     * record.
     */
    boolean recorded(ReplayStory story, ReplayEvent event) {
        var id = event.operationId().value();
        try {
            events.add(new DirectRecord.By(THE_HUB, Purpose.OPERATE, id), id, story.next(), ids.next(), event);
            return true;
        } catch (ConcurrencyException _) {
            return false;
        }
    }
}

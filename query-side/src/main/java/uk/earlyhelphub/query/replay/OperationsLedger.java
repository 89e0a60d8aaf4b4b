package uk.earlyhelphub.query.replay;

import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.OperationEvent;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.web.Caller;

/** Records what is done to keep the Hub running. */
@Component
public class OperationsLedger {
    private static final Actor THE_HUB = new Actor("hub-replay", "The Hub's replay", Role.SYSTEM, "hub", null);
    private final EventStore store;
    private final DirectRecord events;
    private final Ids ids;

    OperationsLedger(EventStore events, Ids ids, Clock clock) {
        this.store = events;
        this.events = new DirectRecord(events, clock);
        this.ids = ids;
    }

    /** An id for something that is done. */
    public String newId() {
        return ids.next();
    }

    /** Records what somebody did. */
    public void record(Caller caller, long sequence, OperationEvent event) {
        var by = new DirectRecord.By(caller.actor(), Purpose.OPERATE, caller.correlationId());
        events.add(by, event.operationId().value(), sequence, ids.next(), event);
    }

    /** An id for what a request does; the same when the request comes again. */
    String idFor(Caller caller) {
        return caller.derived("operation");
    }

    /** What a request is called in the events that it leads to. */
    String command(Caller caller) {
        return caller.derived("command");
    }

    /** Records what somebody did, unless another event has that number already. Answers whether it is on record now. */
    boolean recorded(Caller caller, long sequence, OperationEvent event) {
        var by = new DirectRecord.By(caller.actor(), Purpose.OPERATE, caller.correlationId());
        return added(by, sequence, command(caller), event);
    }

    /** All that is on record about one operation; nothing if there is no such operation. */
    OperationStory story(String id) {
        if (store.lastSequenceNumberFor(id).isEmpty()) {
            return new OperationStory(List.of());
        }
        return new OperationStory(store.readEvents(id)
                .asStream()
                .filter(e -> e.getPayload() instanceof OperationEvent)
                .map(e -> new OperationStory.Entry(
                        (OperationEvent) e.getPayload(), text(e, Actor.ID), text(e, EnvelopeKeys.COMMAND_ID)))
                .toList());
    }

    private static String text(DomainEventMessage<?> event, String key) {
        return String.valueOf(event.getMetaData().get(key));
    }

    /**
     * Records how something ended that the Hub carried through by itself; once, however often it is told. Answers whether it is
     * on record.
     */
    boolean recordEnd(OperationStory story, OperationEvent event) {
        return added(
                new DirectRecord.By(
                        THE_HUB, Purpose.OPERATE, event.operationId().value()),
                story.next(),
                ids.next(),
                event);
    }

    private boolean added(DirectRecord.By by, long sequence, String command, OperationEvent event) {
        try {
            events.add(by, event.operationId().value(), sequence, command, event);
            return true;
        } catch (ConcurrencyException _) {
            return false;
        }
    }
}

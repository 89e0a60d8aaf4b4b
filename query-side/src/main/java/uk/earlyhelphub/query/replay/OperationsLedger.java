package uk.earlyhelphub.query.replay;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.metadata.Actor;
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

    OperationsLedger(EventStore events, Ids ids) {
        this.store = events;
        this.events = new DirectRecord(events);
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

    /**
     * Records how something ended that the Hub carried through by itself; once, however often it is told.
     *
     * @param sequence the number that its last event has; no number is left out
     */
    void recordEnd(long sequence, OperationEvent event) {
        var id = event.operationId().value();
        var next = store.lastSequenceNumberFor(id).orElse(-1L) + 1;
        if (next > sequence) {
            return;
        }
        try {
            events.add(new DirectRecord.By(THE_HUB, Purpose.OPERATE, id), id, next, ids.next(), event);
        } catch (ConcurrencyException _) {
            // It is on record already: the process ended between recording it and noting that it did.
        }
    }
}

package uk.earlyhelphub.platform.commands;

import java.time.Clock;
import java.util.LinkedHashMap;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.events.metadata.Purpose;

/** Records what needs no decision, because it has happened: a look, an export, an act of operating the Hub. */
public final class DirectRecord {
    private final GroupCommit events;
    private final Clock clock;

    public DirectRecord(EventStore events, Clock clock) {
        this.clock = clock;
        this.events = new GroupCommit(events::publish);
    }

    /** Who acts, why, and as part of what. */
    public record By(Actor actor, Purpose purpose, String correlationId) {}

    /**
     * Commits an event before it returns, in one transaction with what others record at that moment.
     *
     * @param id of what it happened to
     * @param sequence which of that thing's events it is, counted from 0; another with the same number is a conflict
     * @param commandId by which what is sealed in it is bound to it
     */
    public void add(By by, String id, long sequence, String commandId, HubEvent event) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put(Actor.ID, by.actor().id());
        envelope.put(Actor.NAME, by.actor().name());
        envelope.put(Actor.ROLE, by.actor().role().name());
        envelope.put(Actor.ORGANISATION, by.actor().organisation());
        envelope.put(EnvelopeKeys.PURPOSE, by.purpose().name());
        envelope.put(EnvelopeKeys.CORRELATION_ID, by.correlationId());
        envelope.put(EnvelopeKeys.CAUSATION_ID, by.correlationId());
        envelope.put(EnvelopeKeys.COMMAND_ID, commandId);
        events.add(new GenericDomainEventMessage<>(
                EventTypes.of(event.getClass()).stream(),
                id,
                sequence,
                new GenericMessage<>(event, MetaData.from(envelope)),
                clock.instant()));
    }
}

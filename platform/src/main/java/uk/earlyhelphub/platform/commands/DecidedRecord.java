package uk.earlyhelphub.platform.commands;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine.CommandAlreadyDone;

/**
 * Records a request to read that may come again, such as a search or an export: reading is the act, so there is nothing to decide
 * but whether it is the same request. Sent again it is the same entry on record, and its answer is found by it.
 */
public final class DecidedRecord {
    /** So many may come first before somebody is asked to try again. */
    private static final int ATTEMPTS = 20;

    private final EventStore store;
    private final CommandReceipts receipts;
    private final Clock clock;

    public DecidedRecord(EventStore store, CommandReceipts receipts, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.receipts = receipts;
    }

    /**
     * What is to be recorded if nobody was faster.
     *
     * @param id the stream
     * @param sequence the number after the last event that it was decided on, counted from 0
     */
    public record Step(String id, long sequence, HubEvent event) {}

    /**
     * Where something stands on record: the stream and the number of the event in it.
     *
     * @param again whether it stood there already
     */
    public record Place(String id, long sequence, boolean again) {}

    /**
     * Decides and records, once for each command however often it is sent.
     *
     * @param decide reads the stream and decides; asked again if the stream moved on meanwhile
     * @return where it stands, now or since it was sent the first time
     * @throws Refused what {@code decide} threw; or that the key was used for another request
     * @throws NotNow if others were faster again and again
     */
    public Place once(CommandEnvelope envelope, Supplier<Step> decide) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var earlier = earlier(envelope);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            try {
                var step = decide.get();
                add(envelope, step);
                return new Place(step.id(), step.sequence(), false);
            } catch (ConcurrencyException | CommandAlreadyDone _) {
                // Somebody was faster, or the same command was: which of them, the next round tells.
            } catch (Refused refused) {
                // It may be its own first arrival that stands in the way of a repeat.
                return earlier(envelope).orElseThrow(() -> refused);
            }
        }
        throw new NotNow();
    }

    /** Where the command stands on record already, if it does. */
    private Optional<Place> earlier(CommandEnvelope envelope) {
        return receipts.earlier(envelope).map(receipt -> {
            var changed = Objects.requireNonNull(
                    receipt.versions().entrySet().iterator().next());
            return new Place(changed.getKey(), changed.getValue(), true);
        });
    }

    private void add(CommandEnvelope envelope, Step step) {
        store.publish(List.of(new GenericDomainEventMessage<>(
                EventTypes.of(step.event().getClass()).stream(),
                step.id(),
                step.sequence(),
                new GenericMessage<>(step.event(), MetaData.from(envelope.asMetaData())),
                clock.instant())));
    }
}

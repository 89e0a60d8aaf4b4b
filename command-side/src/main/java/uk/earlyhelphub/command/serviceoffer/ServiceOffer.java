package uk.earlyhelphub.command.serviceoffer;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;

/** Keeps its state; commands decide. */
@AggregateRoot(type = "ServiceOffer")
public class ServiceOffer {
    @AggregateIdentifier
    // Null until the first event names it: Axon takes any other value for a name given already.
    private @Nullable String id;

    private ServiceOfferState state = ServiceOfferState.NONE;

    ServiceOffer() {}

    /** Records that something happened. */
    public void happens(ServiceOfferEvent event) {
        AggregateLifecycle.apply(event);
    }

    @EventSourcingHandler
    void on(ServiceOfferEvent event) {
        id = event.offerId().value();
        state = state.after(event);
    }

    /** How it stands. */
    public ServiceOfferState state() {
        return state;
    }
}

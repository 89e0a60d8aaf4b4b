package uk.earlyhelphub.command.serviceoffer;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;

/** Put a service into the directory. */
record RegisterServiceOffer(ServiceOfferRegistered service) implements OfferCommand {
    @Override
    public OfferId offerId() {
        return service.offerId();
    }

    @Override
    public List<HubEvent> decide(ServiceOfferState offer, LocalDate today) {
        return List.of(service);
    }
}

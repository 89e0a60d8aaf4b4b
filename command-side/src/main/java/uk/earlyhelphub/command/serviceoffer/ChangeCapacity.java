package uk.earlyhelphub.command.serviceoffer;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.serviceoffer.CapacityChanged;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.Refused;

/** Change how many places a service has; families who have one keep it. */
record ChangeCapacity(OfferId offerId, int places, String reason) implements OfferCommand {
    @Override
    public List<HubEvent> decide(ServiceOfferState offer, LocalDate today) {
        if (offer.withdrawn()) {
            throw Refused.conflict(
                    "service-withdrawn", "This service has left the directory; it has no places to change.");
        }
        return List.of(new CapacityChanged(offerId, places, reason));
    }
}

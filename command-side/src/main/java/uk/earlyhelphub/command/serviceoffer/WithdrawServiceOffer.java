package uk.earlyhelphub.command.serviceoffer;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferWithdrawn;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.Refused;

/** Take a service out of the directory. */
record WithdrawServiceOffer(OfferId offerId, String reason) implements OfferCommand {
    @Override
    public List<HubEvent> decide(ServiceOfferState offer, LocalDate today) {
        if (offer.withdrawn()) {
            throw Refused.conflict("service-withdrawn", "This service has left the directory already.");
        }
        return List.of(new ServiceOfferWithdrawn(offerId, reason, today));
    }
}

package uk.earlyhelphub.command.serviceoffer;

import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.serviceoffer.CapacityChanged;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Change how many places a service has; families who have one keep it. */
public record ChangeCapacity(OfferId offerId, int places, String reason) implements OfferCommand {
    @Override
    public Decision decide(CommandContext<ServiceOfferState> now) {
        if (now.state().withdrawn()) {
            throw Refused.by(
                    ServiceOfferRule.SERVICE_WITHDRAWN,
                    "This service has left the directory; it has no places to change.");
        }
        return Decision.of(new CapacityChanged(offerId, places, reason));
    }
}

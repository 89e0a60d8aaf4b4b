package uk.earlyhelphub.command.serviceoffer;

import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferWithdrawn;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Take a service out of the directory. */
public record WithdrawServiceOffer(OfferId offerId, String reason) implements OfferCommand {
    @Override
    public Decision decide(CommandContext<ServiceOfferState> now) {
        if (now.state().withdrawn()) {
            throw Refused.by(ServiceOfferRule.SERVICE_WITHDRAWN, "This service has left the directory already.");
        }
        return Decision.of(new ServiceOfferWithdrawn(offerId, reason, now.today()));
    }
}

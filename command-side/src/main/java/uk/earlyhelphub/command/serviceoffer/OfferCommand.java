package uk.earlyhelphub.command.serviceoffer;

import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.StreamCommand;

/**
 * What somebody wants done about a service of the directory. Managers of the teams that work with families keep it; the manager of
 * another organisation keeps what that organisation itself provides.
 */
public interface OfferCommand extends StreamCommand<ServiceOfferState, CommandContext<ServiceOfferState>> {
    OfferId offerId();

    @Override
    default String routingKey() {
        return offerId().value();
    }

    @Override
    default boolean mayBeSentBy(Actor actor, ServiceOfferState offer) {
        return actor.role() == Role.MANAGER
                && (actor.team() != null || provider(offer).equals(actor.organisation()));
    }

    /** Who provides the service. */
    default String provider(ServiceOfferState offer) {
        return offer.entry().provider();
    }
}

package uk.earlyhelphub.command.serviceoffer;

import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.StreamCommand;

/** What somebody wants done about a service of the directory; managers keep it. */
public interface OfferCommand extends StreamCommand<ServiceOfferState, CommandContext<ServiceOfferState>> {
    OfferId offerId();

    @Override
    default String routingKey() {
        return offerId().value();
    }

    @Override
    default boolean mayBeSentBy(Actor actor, ServiceOfferState offer) {
        return actor.role() == Role.MANAGER;
    }
}

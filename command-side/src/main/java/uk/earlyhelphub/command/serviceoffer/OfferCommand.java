package uk.earlyhelphub.command.serviceoffer;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.Routed;

/** What somebody wants done about a service of the directory; managers keep it. */
interface OfferCommand extends Routed {
    OfferId offerId();

    @Override
    default String routingKey() {
        return offerId().value();
    }

    List<HubEvent> decide(ServiceOfferState offer, LocalDate today);

    static boolean mayKeepDirectory(Actor actor) {
        return actor.role() == Role.MANAGER;
    }
}

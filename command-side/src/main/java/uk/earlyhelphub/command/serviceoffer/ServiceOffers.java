package uk.earlyhelphub.command.serviceoffer;

import java.util.List;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Fold;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.commands.StreamDefinition.Transition;

/** The stream of a service in the directory. */
public final class ServiceOffers {
    /** Its fold and its commands. */
    public static final StreamDefinition<ServiceOfferEvent, ServiceOfferState, CommandContext<ServiceOfferState>>
            STREAM = new StreamDefinition<>(
                    "ServiceOffer",
                    ServiceOfferEvent.class,
                    event -> event.offerId().value(),
                    ServiceOfferState.NONE,
                    Fold.ofEvents(ServiceOfferState::after),
                    (actor, state) -> actor.role() == Role.MANAGER,
                    Transition.whatIsDecided(),
                    Guard.none(),
                    context -> context,
                    List.of(RegisterServiceOffer.class, ChangeCapacity.class, WithdrawServiceOffer.class));

    private ServiceOffers() {}
}

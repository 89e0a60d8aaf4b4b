package uk.earlyhelphub.command.serviceoffer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Repository;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.Refused;

/** Carries out commands about the directory of services. */
public final class OfferCommandHandler {
    private static final List<Class<? extends OfferCommand>> COMMANDS =
            List.of(RegisterServiceOffer.class, ChangeCapacity.class, WithdrawServiceOffer.class);

    private final Repository<ServiceOffer> offers;
    private final Clock clock;

    public OfferCommandHandler(Repository<ServiceOffer> offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** Takes the commands about services from the bus. */
    public void subscribe(CommandBus bus) {
        COMMANDS.forEach(command -> bus.subscribe(command.getName(), message -> {
            handle(message);
            return null;
        }));
    }

    private void handle(CommandMessage<?> message) throws Exception {
        var command = (OfferCommand) message.getPayload();
        if (!OfferCommand.mayKeepDirectory(Actor.from(message.getMetaData()))) {
            throw Refused.unknown();
        }
        var begins = command instanceof RegisterServiceOffer;
        var existing = begins ? null : offers.load(command.offerId().value());
        var state = existing == null
                ? ServiceOfferState.NONE
                : Objects.requireNonNull(existing.invoke(ServiceOffer::state));
        var events = command.decide(state, LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")));
        var target = existing == null ? offers.newInstance(ServiceOffer::new) : existing;
        events.forEach(event -> target.execute(o -> o.happens((ServiceOfferEvent) event)));
    }
}

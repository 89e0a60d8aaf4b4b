package uk.earlyhelphub.command.serviceoffer;

import java.util.List;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;

/** Put a service into the directory. */
public record RegisterServiceOffer(
        OfferId offerId,
        String name,
        String provider,
        String description,
        List<NeedDomain> needs,
        List<LevelOfNeed> levels,
        List<String> areas,
        int places)
        implements OfferCommand {
    @Override
    public Begins begins() {
        return Begins.YES;
    }

    @Override
    public String provider(ServiceOfferState offer) {
        return provider;
    }

    @Override
    public Decision decide(CommandContext<ServiceOfferState> now) {
        return Decision.of(
                new ServiceOfferRegistered(offerId, name, provider, description, needs, levels, areas, places));
    }
}

package uk.earlyhelphub.events.serviceoffer;

import java.util.List;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;

/** A service entered the directory. */
public record ServiceOfferRegistered(
        OfferId offerId,
        String name,
        String provider,
        String description,
        List<NeedDomain> needs,
        List<LevelOfNeed> levels,
        List<String> areas,
        int places)
        implements ServiceOfferEvent {
    public ServiceOfferRegistered {
        needs = List.copyOf(needs);
        levels = List.copyOf(levels);
        areas = List.copyOf(areas);
    }
}

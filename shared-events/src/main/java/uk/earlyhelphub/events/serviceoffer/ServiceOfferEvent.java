package uk.earlyhelphub.events.serviceoffer;

import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Everything that can happen to a service in the directory. */
public sealed interface ServiceOfferEvent extends HubEvent
        permits CapacityChanged, PlaceFreed, PlaceTaken, ServiceOfferRegistered, ServiceOfferWithdrawn {
    OfferId offerId();
}

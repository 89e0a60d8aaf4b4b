package uk.earlyhelphub.events.serviceoffer;

import uk.earlyhelphub.events.ids.OfferId;

/** The number of places of a service changed. */
public record CapacityChanged(OfferId offerId, int places, String reason) implements ServiceOfferEvent {}

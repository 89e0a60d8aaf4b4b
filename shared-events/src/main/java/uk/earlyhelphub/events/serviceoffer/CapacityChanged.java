package uk.earlyhelphub.events.serviceoffer;

/** The number of places of a service changed. */
public record CapacityChanged(OfferId offerId, int places, String reason) implements ServiceOfferEvent {}

package uk.earlyhelphub.events.serviceoffer;

import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.OfferId;

/** A place was taken by an allocation. */
public record PlaceTaken(OfferId offerId, AllocationId allocationId) implements ServiceOfferEvent {}

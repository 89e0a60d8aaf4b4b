package uk.earlyhelphub.events.serviceoffer;

import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.OfferId;

/** A place became free again. */
public record PlaceFreed(OfferId offerId, AllocationId allocationId) implements ServiceOfferEvent {}

package uk.earlyhelphub.events.serviceoffer;

import uk.earlyhelphub.events.referral.AllocationId;

/** A place became free again. */
public record PlaceFreed(OfferId offerId, AllocationId allocationId) implements ServiceOfferEvent {}

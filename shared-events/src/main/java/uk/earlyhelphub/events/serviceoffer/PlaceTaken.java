package uk.earlyhelphub.events.serviceoffer;

import uk.earlyhelphub.events.referral.AllocationId;

/** A place was taken by an allocation. */
public record PlaceTaken(OfferId offerId, AllocationId allocationId) implements ServiceOfferEvent {}

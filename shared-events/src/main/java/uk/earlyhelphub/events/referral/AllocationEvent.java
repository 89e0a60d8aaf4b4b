package uk.earlyhelphub.events.referral;

/** A service for the family, from its allocation to its end. */
public sealed interface AllocationEvent extends ReferralEvent
        permits AllocationAccepted, AllocationDeclined, ServiceAllocated, ServiceEnded, ServiceStarted {}

package uk.earlyhelphub.events.referral;

/** Who was given data, who was refused it, and how it was asked back. */
public sealed interface SharingEvent extends ReferralEvent
        permits DataShared, PartnerAccessEnded, RecallAcknowledged, SharingRecalled, SharingRefused {}

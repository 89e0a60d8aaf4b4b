package uk.earlyhelphub.events.referral;

/** How the referral arrived, what was asked back, how it was triaged, and whether the referrer was told. */
public sealed interface IntakeEvent extends ReferralEvent
        permits InformationSupplied,
                ReferralCorrected,
                ReferralReceived,
                ReferralReturnedForInformation,
                ReferralTriaged,
                ReferrerInformed {}

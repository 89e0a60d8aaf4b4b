package uk.earlyhelphub.events.referral;

/** Consent as it was asked for, answered, withdrawn or gone without (R6-R16). */
public sealed interface ConsentEvent extends ReferralEvent
        permits ConsentDisputeDecided,
                ConsentGiven,
                ConsentOverridden,
                ConsentRefused,
                ConsentRequested,
                ConsentReviewReached,
                ConsentWithdrawn,
                ObjectionAnswered,
                ObjectionRecorded {}

package uk.earlyhelphub.events.referral;

/** Handovers to and from social care, and the closing and reopening of a referral. */
public sealed interface EndingEvent extends ReferralEvent
        permits HandoverAcknowledged,
                ReferralClosed,
                ReferralReopened,
                SteppedDownFromSocialCare,
                SteppedUpToSocialCare {}

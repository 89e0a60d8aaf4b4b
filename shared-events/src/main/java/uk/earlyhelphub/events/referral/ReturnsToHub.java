package uk.earlyhelphub.events.referral;

/** After this the last decision of the Hub no longer stands: the referral must go to the Hub again. */
public sealed interface ReturnsToHub permits AllocationDeclined, ReferralReopened, SteppedDownFromSocialCare {}

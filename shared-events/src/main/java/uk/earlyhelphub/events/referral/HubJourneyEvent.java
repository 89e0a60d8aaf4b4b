package uk.earlyhelphub.events.referral;

/** The referral's way through the Hub meetings. */
public sealed interface HubJourneyEvent extends ReferralEvent permits DiscussedAtHub, PutOnAgenda, TakenOffAgenda {}

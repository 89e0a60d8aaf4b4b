package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;

/** Everything that can happen to a referral, in parts, so that whoever reads a part can be held to read all of it. */
public sealed interface ReferralEvent extends AboutReferral
        permits IntakeEvent, HouseholdEvent, ConsentEvent, HubJourneyEvent, AllocationEvent, SharingEvent, EndingEvent {
    @Override
    ReferralId referralId();
}

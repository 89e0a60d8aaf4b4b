package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** Somebody was recognised as a person the Hub already knows. */
public record PersonLinked(ReferralId referralId, PersonId personId, PersonId samePersonAs, ProtectedText reason)
        implements HouseholdEvent {}

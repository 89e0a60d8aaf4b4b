package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A recognition proved wrong and was undone; nothing that was recorded meanwhile is lost. */
public record PersonUnlinked(ReferralId referralId, PersonId personId, PersonId notTheSameAs, ProtectedText reason)
        implements HouseholdEvent {}

package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * Who lives in the household, or how one person stands to another, was wrong or not known, and is put right; what it was stays in
 * the history. What was right already is left out.
 *
 * @param relationship takes the place of the one to the same person, if there was one
 */
public record HouseholdCorrected(
        ReferralId referralId,
        PersonId personId,
        @Nullable Boolean inHousehold,
        @Nullable Relationship relationship,
        ProtectedText reason)
        implements HouseholdEvent {}

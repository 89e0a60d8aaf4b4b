package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A detail was wrong and is put right; what it was stays in the history. */
public record DetailsCorrected(
        ReferralId referralId,
        PersonId personId,
        String field,
        @Nullable ProtectedText was,
        ProtectedText now,
        ProtectedText reason)
        implements HouseholdEvent {}

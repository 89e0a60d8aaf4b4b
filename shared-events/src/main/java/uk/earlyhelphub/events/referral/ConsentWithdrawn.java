package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * Consent was taken back, by whoever gave it or may speak for the person. What was done before stands; nothing more may rest on it
 * (R10).
 *
 * @param capacity in what capacity; not known of withdrawals before the second revision, which anybody could record
 * @param competence the assessment, if a child took it back whose understanding had not been assessed before
 */
public record ConsentWithdrawn(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        PersonId withdrawnBy,
        WithdrawalChannel channel,
        LocalDate withdrawnOn,
        @Nullable ProtectedText reason,
        @Nullable Capacity capacity,
        @Nullable Competence competence)
        implements ConsentEvent {
    public ConsentWithdrawn {
        purposes = List.copyOf(purposes);
    }
}

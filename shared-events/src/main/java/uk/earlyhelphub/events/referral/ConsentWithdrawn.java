package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** Consent was taken back. What was done before stands; nothing more may rest on it (R10). */
public record ConsentWithdrawn(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        PersonId withdrawnBy,
        WithdrawalChannel channel,
        LocalDate withdrawnOn,
        @Nullable ProtectedText reason)
        implements ConsentEvent {
    public ConsentWithdrawn {
        purposes = List.copyOf(purposes);
    }
}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A person, or somebody entitled to answer for them, said no. */
public record ConsentRefused(
        ReferralId referralId,
        ConsentId consentId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        PersonId refusedBy,
        Capacity capacity,
        @Nullable Competence competence,
        LocalDate refusedOn,
        @Nullable ProtectedText reason)
        implements ConsentEvent {
    public ConsentRefused {
        purposes = List.copyOf(purposes);
    }
}

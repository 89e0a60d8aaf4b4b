package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The referral went back to the referrer for what it lacks; the time until the answer is the referrer's, not the Hub's. */
public record ReferralReturnedForInformation(
        ReferralId referralId,
        List<String> missing,
        @Nullable ProtectedText note,
        LocalDate returnedOn,
        LocalDate neededBy)
        implements IntakeEvent {
    public ReferralReturnedForInformation {
        missing = List.copyOf(missing);
    }
}

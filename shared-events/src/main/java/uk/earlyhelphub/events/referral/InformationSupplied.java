package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The referrer answered a request for information. */
public record InformationSupplied(
        ReferralId referralId,
        List<String> supplied,
        @Nullable ProtectedText note,
        LocalDate suppliedOn) implements IntakeEvent {
    public InformationSupplied {
        supplied = List.copyOf(supplied);
    }
}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * The referrer answered a request for information, or some of it.
 *
 * @param supplied what of it they answered
 * @param complete whether the request is closed by it; if not, the rest stays asked for, and due on the same day
 */
public record InformationSupplied(
        ReferralId referralId,
        List<String> supplied,
        @Nullable ProtectedText note,
        LocalDate suppliedOn,
        boolean complete)
        implements IntakeEvent {
    public InformationSupplied {
        supplied = List.copyOf(supplied);
    }
}

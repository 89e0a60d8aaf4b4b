package uk.earlyhelphub.events.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * What was said of a referral when it came was wrong and is put right; what it was stays in the history. What was right already
 * is left out.
 *
 * @param team which works the case from now on
 * @param referrer all that is known of them, with the same id as before
 * @param excludedAgencies all that must not learn of the case; none if nobody is excluded any more
 */
public record ReferralCorrected(
        ReferralId referralId,
        @Nullable String area,
        @Nullable String team,
        @Nullable Referrer referrer,
        @Nullable List<Agency> excludedAgencies,
        ProtectedText reason)
        implements IntakeEvent {
    public ReferralCorrected {
        excludedAgencies = excludedAgencies == null ? null : List.copyOf(excludedAgencies);
    }
}

package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A referral about a family reached the Hub. */
public record ReferralReceived(
        ReferralId referralId,
        String reference,
        Channel channel,
        LocalDate receivedOn,
        String area,
        String team,
        Referrer referrer,
        Answer familyAware,
        @Nullable ProtectedText familyNotAwareReason,
        boolean immediateRisk,
        PersonId child,
        ProtectedText summary,
        List<Need> needs,
        @Nullable ProtectedText strengths,
        @Nullable ProtectedText worries,
        @Nullable ProtectedText childsViews,
        @Nullable ProtectedText parentsViews,
        @Nullable ProtectedText mustNotSee,
        List<Agency> excludedAgencies,
        String searchId,
        @Nullable ReferralId previousReferral)
        implements IntakeEvent {
    public ReferralReceived {
        needs = List.copyOf(needs);
        excludedAgencies = List.copyOf(excludedAgencies);
    }
}

package uk.earlyhelphub.command.referral.receive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.Channel;
import uk.earlyhelphub.events.referral.Need;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.Referrer;

/** What a referrer tells, its texts sealed. */
public record Arrival(
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
        @Nullable ReferralId previousReferral) {

    public Arrival {
        needs = List.copyOf(needs);
        excludedAgencies = List.copyOf(excludedAgencies);
    }

    /** That it reached the Hub, under a reference that people can read out. */
    ReferralReceived as(ReferralId id, String reference) {
        return new ReferralReceived(
                id,
                reference,
                channel,
                receivedOn,
                area,
                team,
                referrer,
                familyAware,
                familyNotAwareReason,
                immediateRisk,
                child,
                summary,
                needs,
                strengths,
                worries,
                childsViews,
                parentsViews,
                mustNotSee,
                excludedAgencies,
                searchId,
                previousReferral);
    }
}

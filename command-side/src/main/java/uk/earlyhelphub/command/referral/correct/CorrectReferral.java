package uk.earlyhelphub.command.referral.correct;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.RecallCause;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Put right what was said of a referral when it came. An agency that must not learn of the case after all is shut out in the same
 * instant, and what was shared with it is asked back; the team that has the case loses it when it is another's.
 */
public record CorrectReferral(
        ReferralId referralId,
        @Nullable String area,
        @Nullable String team,
        @Nullable Referrer referrer,
        @Nullable List<Agency> excludedAgencies,
        ProtectedText reason)
        implements ReferralCommand {
    public CorrectReferral {
        excludedAgencies = excludedAgencies == null ? null : List.copyOf(excludedAgencies);
    }

    @Override
    public Decision decide(DecisionContext now) {
        var stands = now.state().intake().arrival();
        var newTeam = Objects.equals(team, stands.team()) ? null : team;
        var right = new ReferralCorrected(
                referralId,
                Objects.equals(area, stands.area()) ? null : area,
                newTeam,
                referrer,
                isOnRecord(stands) ? null : excludedAgencies,
                reason);
        if (right.area() == null && newTeam == null && referrer == null && right.excludedAgencies() == null) {
            throw Refused.by(CorrectionRule.NOTHING_CORRECTED, "This is what is on record already.");
        }
        if (right.area() != null) {
            now.requireArea(right.area());
        }
        if (newTeam != null) {
            requireTeam(newTeam, now);
        }
        return shuttingOut(Decision.of(right), right.excludedAgencies(), now);
    }

    private boolean isOnRecord(ReferralReceived stands) {
        return excludedAgencies == null
                || new HashSet<>(excludedAgencies).equals(new HashSet<>(stands.excludedAgencies()));
    }

    private static void requireTeam(String team, DecisionContext now) {
        if (!now.local().teams().contains(team)) {
            throw Refused.by(
                    CorrectionRule.TEAM_NOT_KNOWN,
                    "team",
                    "This Hub knows no team of that name. It knows: "
                            + String.join(", ", now.local().teams()) + ".");
        }
        if (now.state().hub().agenda() != null) {
            throw Refused.by(
                    CorrectionRule.ON_AN_AGENDA,
                    "team",
                    "The case stands on an agenda. Take it off before another team gets it.");
        }
    }

    private Decision shuttingOut(Decision correction, @Nullable List<Agency> excluded, DecisionContext now) {
        var decision = correction;
        for (var sharing : now.state().sharings().shared()) {
            var recipient = sharing.data().recipient();
            if (excluded == null || !excluded.contains(recipient) || sharing.recalled() != null) {
                continue;
            }
            decision = decision.and(new SharingRecalled(
                    referralId, sharing.sharingId(), recipient, RecallCause.DATA_CORRECTED, null, now.today()));
            if (sharing.ended() == null) {
                decision = decision.and(new PartnerAccessEnded(
                        referralId, sharing.sharingId(), recipient, AccessEnd.RECALLED, now.today()));
            }
        }
        return decision;
    }
}

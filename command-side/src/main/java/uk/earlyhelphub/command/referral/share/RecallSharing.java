package uk.earlyhelphub.command.referral.share;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.RecallCause;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Ask a recipient to give back or destroy what was shared; its access ends at once. */
public record RecallSharing(
        ReferralId referralId,
        SharingId sharingId,
        RecallCause cause,
        @Nullable ProtectedText reason) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        var sharing = now.state()
                .sharings()
                .find(sharingId)
                .orElseThrow(
                        () -> Refused.by(SharingRule.NO_SUCH_SHARING, "sharingId", "Nothing was shared by that name."));
        if (sharing.recalled() != null) {
            throw Refused.by(SharingRule.ALREADY_RECALLED, "This was recalled already.");
        }
        var recipient = sharing.data().recipient();
        var decision = Decision.of(new SharingRecalled(referralId, sharingId, recipient, cause, reason, now.today()));
        return sharing.ended() != null
                ? decision
                : decision.and(
                        new PartnerAccessEnded(referralId, sharingId, recipient, AccessEnd.RECALLED, now.today()));
    }
}

package uk.earlyhelphub.command.referral.stepup;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.SteppedDownFromSocialCare;
import uk.earlyhelphub.platform.commands.Decision;

/** Take the family back from social care; the Hub discusses it anew. */
public record StepDownFromSocialCare(ReferralId referralId, HandoverId handoverId, ProtectedText reason)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        return Decision.of(new SteppedDownFromSocialCare(referralId, handoverId, reason, now.today()));
    }
}

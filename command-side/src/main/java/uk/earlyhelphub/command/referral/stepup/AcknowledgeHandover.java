package uk.earlyhelphub.command.referral.stepup;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.HandoverAcknowledged;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Record that the receiving side confirmed a handover. */
public record AcknowledgeHandover(ReferralId referralId, HandoverId handoverId, String acknowledgedBy)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        if (!now.state().ending().isHandover(handoverId)) {
            throw Refused.by(HandoverRule.NO_SUCH_HANDOVER, "handoverId", "There is no such handover.");
        }
        if (now.state().ending().isAcknowledged(handoverId)) {
            throw Refused.by(HandoverRule.ALREADY_ACKNOWLEDGED, "This handover was confirmed already.");
        }
        return Decision.of(new HandoverAcknowledged(referralId, handoverId, acknowledgedBy, now.today()));
    }
}

package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ObjectionId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ObjectionAnswered;
import uk.earlyhelphub.events.referral.ObjectionOutcome;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Say what becomes of an objection, and why. */
public record AnswerObjection(
        ReferralId referralId, ObjectionId objectionId, ObjectionOutcome outcome, ProtectedText reason)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        var open = now.state().consents().unanswered().stream()
                .filter(o -> o.objectionId().equals(objectionId))
                .findFirst()
                .orElseThrow(() -> Refused.by(
                        ConsentRule.NO_OPEN_OBJECTION,
                        "There is no objection by that name that still waits for an answer."));
        return Decision.of(new ObjectionAnswered(
                referralId,
                objectionId,
                open.personId(),
                outcome,
                reason,
                now.actor().id(),
                now.today()));
    }
}

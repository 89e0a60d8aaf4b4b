package uk.earlyhelphub.command.referral.stepup;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Urgent;

/**
 * Hand the family up to social care; possible from any open status, without consent (R56). A child may be at risk at this moment, so
 * that somebody who may be close to the family does not have to say first why.
 */
public record StepUpToSocialCare(
        ReferralId referralId, HandoverId handoverId, ProtectedText reason, boolean conflictNoted)
        implements ReferralCommand, Urgent {
    public StepUpToSocialCare(ReferralId referralId, HandoverId handoverId, ProtectedText reason) {
        this(referralId, handoverId, reason, false);
    }

    @Override
    public StepUpToSocialCare withConflictNoted() {
        return new StepUpToSocialCare(referralId, handoverId, reason, true);
    }

    @Override
    public Decision decide(DecisionContext now) {
        var meeting = now.state().hub().agenda();
        var stepUp = new SteppedUpToSocialCare(referralId, handoverId, false, reason, now.today());
        if (meeting == null) {
            return Decision.of(stepUp);
        }
        var published = now.meetings().apply(meeting).published();
        return Decision.of(
                new TakenOffAgenda(referralId, meeting, AgendaRemoval.STEPPED_UP, null),
                new AgendaItemRemoved(meeting, referralId, AgendaRemoval.STEPPED_UP, published),
                stepUp);
    }
}

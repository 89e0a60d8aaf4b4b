package uk.earlyhelphub.command.referral.discuss;

import uk.earlyhelphub.command.hubmeeting.HubMeetingRule;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Take the referral off the agenda again. */
public record TakeReferralOffAgenda(ReferralId referralId, ProtectedText reason) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        var meetingId = now.state().hub().agenda();
        if (meetingId == null) {
            throw Refused.by(HubMeetingRule.NOT_ON_AGENDA, "The referral is on no agenda.");
        }
        var published = now.meetings().apply(meetingId).published();
        return Decision.of(
                new TakenOffAgenda(referralId, meetingId, AgendaRemoval.ASKED, reason),
                new AgendaItemRemoved(meetingId, referralId, AgendaRemoval.ASKED, published));
    }
}

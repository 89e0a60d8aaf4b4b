package uk.earlyhelphub.command.referral.discuss;

import java.util.List;
import uk.earlyhelphub.command.hubmeeting.HubMeetingRule;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.hubmeeting.AgendaItemAdded;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Put the referral on the agenda of a Hub meeting. */
public record PutReferralOnAgenda(ReferralId referralId, MeetingId meetingId) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireConsent(
                ConsentPurpose.DISCUSS_AT_HUB, List.of(now.state().intake().child()));
        var meeting = now.meetings().apply(meetingId);
        if (!meeting.call().team().equals(now.state().intake().arrival().team())) {
            throw Refused.by(HubMeetingRule.NO_SUCH_MEETING, "meetingId", "There is no such Hub meeting.");
        }
        if (meeting.cancelled() || meeting.held()) {
            throw Refused.by(HubMeetingRule.MEETING_OVER, "This Hub meeting is over or was cancelled.");
        }
        if (meeting.published()) {
            throw Refused.by(
                    HubMeetingRule.AGENDA_PUBLISHED,
                    "The agenda is published and frozen. Put the referral on the next one.");
        }
        return Decision.of(new PutOnAgenda(referralId, meetingId), new AgendaItemAdded(meetingId, referralId));
    }
}

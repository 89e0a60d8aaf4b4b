package uk.earlyhelphub.command.hubmeeting;

import java.util.ArrayList;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.hubmeeting.HubMeetingHeld;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** The meeting is over; what was not discussed goes back to the queue. */
public record HoldHubMeeting(MeetingId meetingId) implements MeetingCommand {
    @Override
    public Decision decide(CommandContext<HubMeetingState> now) {
        var meeting = now.state();
        MeetingCommand.requireOpen(meeting);
        if (meeting.present().isEmpty()) {
            throw Refused.by(HubMeetingRule.MEETING_NOT_SITTING, "Record who was present first.");
        }
        var events = new ArrayList<HubEvent>();
        for (var item : meeting.items()) {
            events.add(new TakenOffAgenda(item, meetingId, AgendaRemoval.NOT_REACHED, null));
            events.add(new AgendaItemRemoved(meetingId, item, AgendaRemoval.NOT_REACHED, true));
        }
        events.add(new HubMeetingHeld(meetingId, meeting.call().meetsOn()));
        return new Decision(events);
    }
}

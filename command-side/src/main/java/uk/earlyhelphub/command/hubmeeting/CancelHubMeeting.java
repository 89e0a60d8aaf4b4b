package uk.earlyhelphub.command.hubmeeting;

import java.util.ArrayList;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.hubmeeting.HubMeetingCancelled;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;

/** The meeting will not take place; its cases go back to the queue. */
public record CancelHubMeeting(MeetingId meetingId, String reason) implements MeetingCommand {
    @Override
    public Decision decide(CommandContext<HubMeetingState> now) {
        var meeting = now.state();
        MeetingCommand.requireOpen(meeting);
        var events = new ArrayList<HubEvent>();
        for (var item : meeting.items()) {
            events.add(new TakenOffAgenda(item, meetingId, AgendaRemoval.MEETING_CANCELLED, null));
            events.add(new AgendaItemRemoved(meetingId, item, AgendaRemoval.MEETING_CANCELLED, meeting.published()));
        }
        events.add(new HubMeetingCancelled(meetingId, reason, now.today()));
        return new Decision(events);
    }
}

package uk.earlyhelphub.command.hubmeeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.hubmeeting.HubMeetingCancelled;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;

/** The meeting will not take place; its cases go back to the queue. */
record CancelHubMeeting(MeetingId meetingId, String reason) implements MeetingCommand {
    @Override
    public List<HubEvent> decide(HubMeetingState meeting, Actor actor, LocalDate today) {
        MeetingCommand.requireOpen(meeting);
        var events = new ArrayList<HubEvent>();
        for (var item : meeting.items()) {
            events.add(new TakenOffAgenda(item, meetingId, AgendaRemoval.MEETING_CANCELLED, null));
            events.add(new AgendaItemRemoved(meetingId, item, AgendaRemoval.MEETING_CANCELLED, meeting.published()));
        }
        events.add(new HubMeetingCancelled(meetingId, reason, today));
        return events;
    }
}

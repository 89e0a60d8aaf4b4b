package uk.earlyhelphub.command.hubmeeting;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.Refused;

/** Call a Hub meeting. */
record ScheduleHubMeeting(HubMeetingScheduled meeting) implements MeetingCommand {
    @Override
    public MeetingId meetingId() {
        return meeting.meetingId();
    }

    @Override
    public boolean mayBeSentBy(Actor actor, HubMeetingState state) {
        return (actor.role() == Role.HUB_CHAIR || actor.role() == Role.MANAGER)
                && meeting.team().equals(actor.team());
    }

    @Override
    public List<HubEvent> decide(HubMeetingState state, Actor actor, LocalDate today) {
        if (meeting.meetsOn().isBefore(today)) {
            throw Refused.invalid("meetsOn", "date-past", "A meeting cannot be called for a past date.");
        }
        return List.of(meeting);
    }
}

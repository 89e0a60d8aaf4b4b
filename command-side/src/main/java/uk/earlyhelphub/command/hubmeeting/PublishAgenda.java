package uk.earlyhelphub.command.hubmeeting;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.Refused;

/** Freeze the agenda and send it out. */
record PublishAgenda(MeetingId meetingId) implements MeetingCommand {
    @Override
    public List<HubEvent> decide(HubMeetingState meeting, Actor actor, LocalDate today) {
        MeetingCommand.requireOpen(meeting);
        if (meeting.published()) {
            throw Refused.conflict("agenda-published", "The agenda is published and frozen.");
        }
        return List.of(new AgendaPublished(meetingId, List.copyOf(meeting.items()), today));
    }
}

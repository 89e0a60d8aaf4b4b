package uk.earlyhelphub.command.hubmeeting;

import java.util.List;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Freeze the agenda and send it out. */
public record PublishAgenda(MeetingId meetingId) implements MeetingCommand {
    @Override
    public Decision decide(CommandContext<HubMeetingState> now) {
        var meeting = now.state();
        MeetingCommand.requireOpen(meeting);
        if (meeting.published()) {
            throw Refused.by(HubMeetingRule.AGENDA_PUBLISHED, "The agenda is published and frozen.");
        }
        return Decision.of(new AgendaPublished(meetingId, List.copyOf(meeting.items()), now.today()));
    }
}

package uk.earlyhelphub.command.hubmeeting;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamCommand;

/** What somebody wants done about a Hub meeting. */
public interface MeetingCommand extends StreamCommand<HubMeetingState, CommandContext<HubMeetingState>> {
    MeetingId meetingId();

    @Override
    default String routingKey() {
        return meetingId().value();
    }

    @Override
    default boolean mayBeSentBy(Actor actor, HubMeetingState meeting) {
        return runs(actor, meeting.call().team());
    }

    /** Whether somebody calls and runs the meetings of a team. */
    static boolean runs(Actor actor, String team) {
        return (actor.role() == Role.HUB_CHAIR || actor.role() == Role.MANAGER) && team.equals(actor.team());
    }

    static void requireOpen(HubMeetingState meeting) {
        if (meeting.held() || meeting.cancelled()) {
            throw Refused.by(HubMeetingRule.MEETING_OVER, "This Hub meeting is over or was cancelled.");
        }
    }
}

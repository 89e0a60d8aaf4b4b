package uk.earlyhelphub.command.hubmeeting;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.Routed;

/** What somebody wants done about a Hub meeting. */
interface MeetingCommand extends Routed {
    MeetingId meetingId();

    @Override
    default String routingKey() {
        return meetingId().value();
    }

    /** Decides what happens; throws a broken rule if one stands in the way. */
    List<HubEvent> decide(HubMeetingState meeting, Actor actor, LocalDate today);

    default boolean mayBeSentBy(Actor actor, HubMeetingState meeting) {
        return (actor.role() == Role.HUB_CHAIR || actor.role() == Role.MANAGER)
                && meeting.call().team().equals(actor.team());
    }

    static void requireOpen(HubMeetingState meeting) {
        if (meeting.held() || meeting.cancelled()) {
            throw Refused.conflict("meeting-over", "This Hub meeting is over or was cancelled.");
        }
    }
}

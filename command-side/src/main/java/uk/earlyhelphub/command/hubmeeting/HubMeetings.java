package uk.earlyhelphub.command.hubmeeting;

import java.util.List;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Fold;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.commands.StreamDefinition.Transition;

/** The stream of a Hub meeting. */
public final class HubMeetings {
    /** Its fold and its commands. Each command says for itself whether the meeting is still open. */
    public static final StreamDefinition<HubMeetingEvent, HubMeetingState, CommandContext<HubMeetingState>> STREAM =
            new StreamDefinition<>(
                    "HubMeeting",
                    HubMeetingEvent.class,
                    event -> event.meetingId().value(),
                    HubMeetingState.NONE,
                    Fold.ofEvents(HubMeetingState::after),
                    HubMeetings::mayKnow,
                    Transition.whatIsDecided(),
                    Guard.none(),
                    context -> context,
                    List.of(
                            ScheduleHubMeeting.class,
                            PublishAgenda.class,
                            RecordAttendance.class,
                            DeclareInterest.class,
                            CorrectInterestDeclaration.class,
                            HoldHubMeeting.class,
                            CancelHubMeeting.class));

    private HubMeetings() {}

    private static boolean mayKnow(Actor actor, HubMeetingState meeting) {
        return MeetingCommand.runs(actor, meeting.call().team()) || meeting.isMember(actor.id());
    }
}

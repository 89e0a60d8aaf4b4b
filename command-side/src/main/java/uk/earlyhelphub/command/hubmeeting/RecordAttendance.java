package uk.earlyhelphub.command.hubmeeting;

import java.util.List;
import java.util.Set;
import uk.earlyhelphub.events.hubmeeting.AttendanceRecorded;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Record who came, and who sent apologies. */
public record RecordAttendance(MeetingId meetingId, List<String> present, List<String> apologies)
        implements MeetingCommand {
    @Override
    public Decision decide(CommandContext<HubMeetingState> now) {
        var meeting = now.state();
        MeetingCommand.requireOpen(meeting);
        requireOnce("present", present);
        requireOnce("apologies", apologies);
        for (var person : present) {
            if (!meeting.isMember(person)) {
                throw Refused.by(
                        HubMeetingRule.NOT_A_MEMBER, "present", "Somebody here was not called to this meeting.");
            }
            if (apologies.contains(person)) {
                throw Refused.by(
                        HubMeetingRule.PRESENT_AND_ABSENT,
                        "apologies",
                        "Somebody cannot be present and send apologies.");
            }
        }
        return Decision.of(new AttendanceRecorded(meetingId, present, apologies));
    }

    private static void requireOnce(String field, List<String> people) {
        if (Set.copyOf(people).size() < people.size()) {
            throw Refused.by(HubMeetingRule.PRESENT_AND_ABSENT, field, "Name each person once.");
        }
    }
}

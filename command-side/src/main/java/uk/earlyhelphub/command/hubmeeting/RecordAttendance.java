package uk.earlyhelphub.command.hubmeeting;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.hubmeeting.AttendanceRecorded;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.Refused;

/** Record who came, and who sent apologies. */
record RecordAttendance(MeetingId meetingId, List<String> present, List<String> apologies) implements MeetingCommand {
    @Override
    public List<HubEvent> decide(HubMeetingState meeting, Actor actor, LocalDate today) {
        MeetingCommand.requireOpen(meeting);
        for (var person : present) {
            if (!meeting.isMember(person)) {
                throw Refused.invalid("present", "not-a-member", "Somebody here was not called to this meeting.");
            }
            if (apologies.contains(person)) {
                throw Refused.invalid(
                        "apologies", "present-and-absent", "Somebody cannot be present and send apologies.");
            }
        }
        return List.of(new AttendanceRecorded(meetingId, present, apologies));
    }
}

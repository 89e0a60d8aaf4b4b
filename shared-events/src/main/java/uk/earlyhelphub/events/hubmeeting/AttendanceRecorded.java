package uk.earlyhelphub.events.hubmeeting;

import java.util.List;
import uk.earlyhelphub.events.ids.MeetingId;

/** Who came to the meeting, and who sent apologies. */
public record AttendanceRecorded(MeetingId meetingId, List<String> present, List<String> apologies)
        implements HubMeetingEvent {
    public AttendanceRecorded {
        present = List.copyOf(present);
        apologies = List.copyOf(apologies);
    }
}

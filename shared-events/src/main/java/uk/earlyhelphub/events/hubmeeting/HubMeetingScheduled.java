package uk.earlyhelphub.events.hubmeeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import uk.earlyhelphub.events.ids.MeetingId;

/** A Hub meeting was called. */
public record HubMeetingScheduled(
        MeetingId meetingId,
        String team,
        LocalDate meetsOn,
        LocalTime startsAt,
        String place,
        String chair,
        List<Member> members)
        implements HubMeetingEvent {
    public HubMeetingScheduled {
        members = List.copyOf(members);
    }
}

package uk.earlyhelphub.events.hubmeeting;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.MeetingId;

/** The meeting will not take place; its cases go back to the queue. */
public record HubMeetingCancelled(MeetingId meetingId, String reason, LocalDate cancelledOn)
        implements HubMeetingEvent {}

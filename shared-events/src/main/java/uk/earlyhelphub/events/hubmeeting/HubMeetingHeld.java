package uk.earlyhelphub.events.hubmeeting;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.MeetingId;

/** The meeting took place and is over. */
public record HubMeetingHeld(MeetingId meetingId, LocalDate heldOn) implements HubMeetingEvent {}

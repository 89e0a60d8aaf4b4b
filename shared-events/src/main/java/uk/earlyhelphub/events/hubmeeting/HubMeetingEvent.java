package uk.earlyhelphub.events.hubmeeting;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Everything that can happen to a Hub meeting. */
public sealed interface HubMeetingEvent extends HubEvent
        permits AgendaItemAdded,
                AgendaItemRemoved,
                AgendaPublished,
                AttendanceRecorded,
                HubMeetingCancelled,
                HubMeetingHeld,
                HubMeetingScheduled,
                InterestDeclarationCorrected,
                InterestDeclared,
                InterestDeclaredForMember {
    MeetingId meetingId();
}

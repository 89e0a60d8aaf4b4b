package uk.earlyhelphub.events.hubmeeting;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;

/** The agenda was frozen and sent out. */
public record AgendaPublished(MeetingId meetingId, List<ReferralId> items, LocalDate publishedOn)
        implements HubMeetingEvent {
    public AgendaPublished {
        items = List.copyOf(items);
    }
}

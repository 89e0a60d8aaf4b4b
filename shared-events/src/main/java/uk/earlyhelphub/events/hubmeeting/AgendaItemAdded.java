package uk.earlyhelphub.events.hubmeeting;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;

/** A referral was put on the agenda. */
public record AgendaItemAdded(MeetingId meetingId, ReferralId referralId) implements HubMeetingEvent, AboutReferral {}

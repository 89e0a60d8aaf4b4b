package uk.earlyhelphub.events.hubmeeting;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;

/** A member declared an interest in a case and may not open it. */
public record InterestDeclared(MeetingId meetingId, ReferralId referralId, String member, InterestNature nature)
        implements HubMeetingEvent, AboutReferral {}

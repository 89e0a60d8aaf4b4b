package uk.earlyhelphub.events.hubmeeting;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The chair declared for a member that they have an interest in a case, and said why. It counts as if they had. */
public record InterestDeclaredForMember(
        MeetingId meetingId, ReferralId referralId, String member, InterestNature nature, ProtectedText reason)
        implements HubMeetingEvent, AboutReferral {}

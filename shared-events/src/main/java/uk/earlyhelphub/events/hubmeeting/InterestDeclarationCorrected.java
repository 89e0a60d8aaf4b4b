package uk.earlyhelphub.events.hubmeeting;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A member has no interest in a case although one was declared; whatever was declared of them in it counts no more. */
public record InterestDeclarationCorrected(
        MeetingId meetingId, ReferralId referralId, String member, ProtectedText reason)
        implements HubMeetingEvent, AboutReferral {}

package uk.earlyhelphub.events.hubmeeting;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.AboutReferral;
import uk.earlyhelphub.events.referral.AgendaRemoval;

/** A referral left the agenda; after publication this pulls it and everybody invited is told. */
public record AgendaItemRemoved(
        MeetingId meetingId, ReferralId referralId, AgendaRemoval cause, boolean afterPublication)
        implements HubMeetingEvent, AboutReferral {}

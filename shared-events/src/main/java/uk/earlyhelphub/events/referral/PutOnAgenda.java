package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;

/** The referral was put on the agenda of a Hub meeting. */
public record PutOnAgenda(ReferralId referralId, MeetingId meetingId) implements HubJourneyEvent {}

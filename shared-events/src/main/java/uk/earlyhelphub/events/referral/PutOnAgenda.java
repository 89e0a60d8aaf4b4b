package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.hubmeeting.MeetingId;

/** The referral was put on the agenda of a Hub meeting. */
public record PutOnAgenda(ReferralId referralId, MeetingId meetingId) implements ReferralEvent {}

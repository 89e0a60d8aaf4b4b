package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** The referral left the agenda of a Hub meeting. */
public record TakenOffAgenda(
        ReferralId referralId,
        MeetingId meetingId,
        AgendaRemoval cause,
        @Nullable ProtectedText reason) implements HubJourneyEvent {}

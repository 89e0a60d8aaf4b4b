package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;

/** A person was given the privacy notice (R39). */
public record PrivacyNoticeGiven(
        ReferralId referralId, PersonId personId, String noticeVersion, String method, LocalDate givenOn)
        implements HouseholdEvent {}

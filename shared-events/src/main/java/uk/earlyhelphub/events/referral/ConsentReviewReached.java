package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;

/** Consent must be asked again: its review date came, or the young person turned 18 (R12). */
public record ConsentReviewReached(
        ReferralId referralId, ConsentId consentId, PersonId personId, ReviewCause cause, LocalDate dueOn)
        implements ConsentEvent {}

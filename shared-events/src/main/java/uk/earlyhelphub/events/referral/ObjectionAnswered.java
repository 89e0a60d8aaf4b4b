package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.ObjectionId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A human looked at an objection and said what becomes of it, and why. */
public record ObjectionAnswered(
        ReferralId referralId,
        ObjectionId objectionId,
        PersonId personId,
        ObjectionOutcome outcome,
        ProtectedText reason,
        String answeredBy,
        LocalDate answeredOn)
        implements ConsentEvent {}

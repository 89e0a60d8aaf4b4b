package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A level of need was set, with the reasons. */
public record ReferralTriaged(
        ReferralId referralId, LevelOfNeed level, ProtectedText rationale, LocalDate triagedOn, LocalDate dueOn)
        implements IntakeEvent {}

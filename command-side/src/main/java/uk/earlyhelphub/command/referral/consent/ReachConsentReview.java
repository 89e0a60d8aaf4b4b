package uk.earlyhelphub.command.referral.consent;

import java.time.LocalDate;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.model.referral.Consents.Standing;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Consent must be asked again: its review date came, or the young person turned 18. */
public record ReachConsentReview(
        ReferralId referralId, ConsentId consentId, PersonId personId, ReviewCause cause, LocalDate dueOn)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        var consent = now.state().consents().find(consentId);
        if (consent.isEmpty() || consent.get().standing() != Standing.GIVEN) {
            throw Refused.by(ConsentRule.CONSENT_NOT_GIVEN, "This consent is not in force.");
        }
        now.requireNotAhead(dueOn, "dueOn");
        if (cause == ReviewCause.TURNED_18 && !now.isAdult(personId)) {
            throw Refused.by(ConsentRule.NOT_AN_ADULT, "This person is not 18 yet.");
        }
        return ConsentEnds.because(
                Decision.of(new ConsentReviewReached(referralId, consentId, personId, cause, dueOn)),
                now,
                AccessEnd.CONSENT_ENDED);
    }
}

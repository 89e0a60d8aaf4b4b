package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.model.referral.Consents.Standing;
import uk.earlyhelphub.platform.commands.Refused;

/** Consent must be asked again: its review date came, or the young person turned 18. */
public record ReachConsentReview(ConsentReviewReached review) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return review.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        var consent = now.state().consents().find(review.consentId());
        if (consent.isEmpty() || consent.get().standing() != Standing.GIVEN) {
            throw Refused.conflict("consent-not-given", "This consent is not in force.");
        }
        if (review.cause() == ReviewCause.TURNED_18 && !now.isAdult(review.personId())) {
            throw Refused.conflict("not-an-adult", "This person is not 18 yet.");
        }
        return ConsentEnds.because(Decision.of(review), now, AccessEnd.CONSENT_ENDED);
    }
}

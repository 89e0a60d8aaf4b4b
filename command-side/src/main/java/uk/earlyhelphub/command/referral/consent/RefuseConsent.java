package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.ConsentRefused;

/** Record that somebody said no. */
public record RefuseConsent(ConsentRefused refusal) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return refusal.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(refusal.refusedOn(), "refusedOn");
        ConsentRules.requireEntitled(
                now, refusal.personId(), refusal.refusedBy(), refusal.capacity(), refusal.competence());
        ConsentRules.requireOpenRequest(now, refusal.consentId(), refusal.personId());
        return ConsentEnds.because(Decision.of(refusal), now, AccessEnd.CONSENT_ENDED);
    }
}

package uk.earlyhelphub.command.referral.consent;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.platform.commands.Refused;

/** Take consent back, by whatever channel: it ends at once, for every purpose named. */
public record WithdrawConsent(ConsentWithdrawn withdrawal) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return withdrawal.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(withdrawal.withdrawnOn(), "withdrawnOn");
        now.requirePerson(withdrawal.withdrawnBy(), "withdrawnBy");
        var consent = now.state().consents().find(withdrawal.consentId());
        if (consent.isEmpty()
                || !consent.get().personId().equals(withdrawal.personId())
                || !consent.get().purposes().containsAll(withdrawal.purposes())) {
            throw Refused.invalid(
                    "purposes",
                    "consent-not-given",
                    "There is no such consent of this person for all of these purposes.");
        }
        return ConsentEnds.because(Decision.of(withdrawal), now, AccessEnd.CONSENT_WITHDRAWN);
    }
}

package uk.earlyhelphub.command.referral.receive;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.DetailsCorrected;

/** Put a detail right; what it was stays in the history. */
public record CorrectDetails(DetailsCorrected correction) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return correction.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(correction.personId(), "personId");
        return Decision.of(correction);
    }
}

package uk.earlyhelphub.command.referral.clarify;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.platform.commands.Refused;

/** Record what the referrer supplied. */
public record SupplyInformation(InformationSupplied answer) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return answer.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(answer.suppliedOn(), "suppliedOn");
        var missing = now.state().intake().missing();
        for (var item : answer.supplied()) {
            if (!missing.contains(item)) {
                throw Refused.invalid(
                        "supplied", "not-asked-for", "Something here was not asked for; asked for: " + missing);
            }
        }
        return Decision.of(answer);
    }
}

package uk.earlyhelphub.command.referral.close;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferrerInformed;

/** Record that the referrer was told what came of the referral. */
public record InformReferrer(ReferrerInformed told) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return told.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(told.informedOn(), "informedOn");
        return Decision.of(told);
    }
}

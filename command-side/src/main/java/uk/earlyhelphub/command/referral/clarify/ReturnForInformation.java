package uk.earlyhelphub.command.referral.clarify;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;

/** Send the referral back to the referrer, naming what is missing and by when it is needed. */
public record ReturnForInformation(ReferralReturnedForInformation request) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return request.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requireAhead(request.neededBy(), "neededBy");
        return Decision.of(request);
    }
}

package uk.earlyhelphub.command.referral.close;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.platform.commands.Decision;

/** Open a closed referral again; the Hub discusses it anew. */
public record ReopenReferral(ReferralId referralId, ProtectedText reason) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        return Decision.of(new ReferralReopened(referralId, reason, now.today()));
    }
}

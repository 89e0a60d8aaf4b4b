package uk.earlyhelphub.command.referral.close;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.platform.commands.Decision;

/** Record that the referrer was told what came of the referral. */
public record InformReferrer(
        ReferralId referralId,
        InformMethod method,
        @Nullable ProtectedText what,
        LocalDate informedOn) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(informedOn, "informedOn");
        return Decision.of(new ReferrerInformed(referralId, method, what, informedOn));
    }
}

package uk.earlyhelphub.command.referral.clarify;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Record what the referrer supplied. Until everything that was asked for has come, the rest stays asked for and due, unless
 * nothing more will come.
 *
 * @param nothingMore whether the referrer has no more to give, so that the request is closed although something is left
 */
public record SupplyInformation(
        ReferralId referralId,
        List<String> supplied,
        @Nullable ProtectedText note,
        LocalDate suppliedOn,
        boolean nothingMore)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(suppliedOn, "suppliedOn");
        var missing = now.state().intake().missing();
        for (var item : supplied) {
            if (!missing.contains(item)) {
                throw Refused.by(
                        ClarifyingRule.NOT_ASKED_FOR,
                        "supplied",
                        "Something here was not asked for; asked for: " + missing);
            }
        }
        var complete = nothingMore || supplied.containsAll(missing);
        return Decision.of(new InformationSupplied(referralId, supplied, note, suppliedOn, complete));
    }
}

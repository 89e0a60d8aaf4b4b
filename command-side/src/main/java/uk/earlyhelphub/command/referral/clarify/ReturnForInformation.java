package uk.earlyhelphub.command.referral.clarify;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.platform.commands.Decision;

/** Send the referral back to the referrer, naming what is missing and by when it is needed. */
public record ReturnForInformation(
        ReferralId referralId,
        List<String> missing,
        @Nullable ProtectedText note,
        LocalDate neededBy) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireAhead(neededBy, "neededBy");
        return Decision.of(new ReferralReturnedForInformation(referralId, missing, note, now.today(), neededBy));
    }
}

package uk.earlyhelphub.command.referral.triage;

import java.time.LocalDate;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Set the level of need, with the reasons. Due one working day after the referral arrived (R57). */
public record TriageReferral(ReferralId referralId, LevelOfNeed level, ProtectedText rationale, LocalDate triagedOn)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requireNotAhead(triagedOn, "triagedOn");
        var received = now.state().intake().arrival().receivedOn();
        if (!now.calendar().covers(received, 1)) {
            throw Refused.by(
                    TriageRule.NO_BANK_HOLIDAYS,
                    "The bank holidays of that year are not on file, so no due date can be told.");
        }
        var due = now.calendar().after(received, 1);
        return Decision.of(new ReferralTriaged(referralId, level, rationale, triagedOn, due));
    }
}

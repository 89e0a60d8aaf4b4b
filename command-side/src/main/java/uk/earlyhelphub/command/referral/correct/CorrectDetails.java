package uk.earlyhelphub.command.referral.correct;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.platform.commands.Decision;

/** Put a detail right; what it was stays in the history. */
public record CorrectDetails(
        ReferralId referralId,
        PersonId personId,
        PersonDetail detail,
        @Nullable ProtectedText was,
        ProtectedText right,
        ProtectedText reason)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        return Decision.of(new DetailsCorrected(referralId, personId, detail.field(), was, right, reason));
    }
}

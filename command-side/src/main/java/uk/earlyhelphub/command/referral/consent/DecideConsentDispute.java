package uk.earlyhelphub.command.referral.consent;

import java.util.List;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DisputeOutcome;
import uk.earlyhelphub.model.referral.Answers;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Decide what goes ahead where those who hold parental responsibility gave different answers; only a manager may, with reasons. */
public record DecideConsentDispute(
        ReferralId referralId,
        PersonId personId,
        List<ConsentPurpose> purposes,
        DisputeOutcome outcome,
        ProtectedText reason)
        implements ReferralCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return actor.role() == Role.MANAGER && ReferralCommand.worksFor(actor, state);
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        var consents = now.state().consents();
        if (!purposes.stream().allMatch(p -> consents.outcome(personId, p) == Answers.Outcome.DISPUTED)) {
            throw Refused.by(
                    ConsentRule.NO_DISPUTE,
                    "There are no different answers about this person that wait for a decision.");
        }
        return Decision.of(new ConsentDisputeDecided(
                referralId, personId, purposes, outcome, reason, now.actor().id(), now.today()));
    }
}

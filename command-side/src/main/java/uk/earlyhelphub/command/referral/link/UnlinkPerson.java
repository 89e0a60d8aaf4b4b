package uk.earlyhelphub.command.referral.link;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Undo a recognition that proved wrong. */
public record UnlinkPerson(ReferralId referralId, PersonId personId, PersonId notTheSameAs, ProtectedText reason)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        var person = now.state().household().person(personId);
        if (person.isEmpty() || !person.get().sameAs().contains(notTheSameAs)) {
            throw Refused.by(LinkRule.NOT_LINKED, "These two were not linked.");
        }
        return Decision.of(new PersonUnlinked(referralId, personId, notTheSameAs, reason));
    }
}

package uk.earlyhelphub.command.referral.receive;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.platform.commands.Refused;

/** Undo a recognition that proved wrong. */
public record UnlinkPerson(PersonUnlinked unlink) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return unlink.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        var person = now.state().household().person(unlink.personId());
        if (person.isEmpty() || !person.get().sameAs().contains(unlink.notTheSameAs())) {
            throw Refused.conflict("not-linked", "These two were not linked.");
        }
        return Decision.of(unlink);
    }
}

package uk.earlyhelphub.command.referral.receive;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.Situation;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralId;
import uk.earlyhelphub.platform.commands.RuleBroken;

/** Undo a recognition that proved wrong. */
public record UnlinkPerson(PersonUnlinked unlink) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return unlink.referralId();
    }

    @Override
    public Decision decide(Situation now) {
        var person = now.state().household().person(unlink.personId());
        if (person.isEmpty() || !person.get().sameAs().contains(unlink.notTheSameAs())) {
            throw RuleBroken.conflict("not-linked", "These two were not linked.");
        }
        return Decision.of(unlink);
    }
}

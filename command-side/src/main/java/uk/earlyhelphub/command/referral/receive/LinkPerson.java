package uk.earlyhelphub.command.referral.receive;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.platform.commands.Refused;

/** Recognise somebody as a person the Hub already knows. */
public record LinkPerson(PersonLinked link) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return link.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(link.personId(), "personId");
        if (link.personId().equals(link.samePersonAs())) {
            throw Refused.invalid("samePersonAs", "same-record", "This is the same record, not another one.");
        }
        return Decision.of(link);
    }
}

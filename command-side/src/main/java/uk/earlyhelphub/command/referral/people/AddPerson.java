package uk.earlyhelphub.command.referral.people;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Add somebody who belongs to the family and was not named before. */
public record AddPerson(ReferralId referralId, NewPerson person) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        if (now.state().household().has(person.personId())) {
            throw Refused.by(PeopleRule.PERSON_ALREADY_THERE, "This person is part of the referral already.");
        }
        person.relationships().forEach(r -> now.requirePerson(r.to(), "relationships"));
        return Decision.of(person.in(referralId));
    }
}

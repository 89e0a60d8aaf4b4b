package uk.earlyhelphub.command.referral.information;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.platform.commands.Decision;

/** Write information about a person down, under its category. */
public record RecordInformation(ReferralId referralId, NewInformation information) implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(information.personId(), "personId");
        var statedOn = information.statedOn();
        if (statedOn != null) {
            now.requireNotAhead(statedOn, "statedOn");
        }
        return Decision.of(information.in(referralId));
    }
}

package uk.earlyhelphub.command.referral.receive;

import uk.earlyhelphub.command.referral.Decision;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.InformationRecorded;

/** Write information about a person down, under its category. */
public record RecordInformation(InformationRecorded information) implements ReferralCommand {
    @Override
    public ReferralId referralId() {
        return information.referralId();
    }

    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(information.personId(), "personId");
        var statedOn = information.statedOn();
        if (statedOn != null) {
            now.requireNotAhead(statedOn, "statedOn");
        }
        return Decision.of(information);
    }
}

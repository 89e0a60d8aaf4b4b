package uk.earlyhelphub.command.emergency;

import uk.earlyhelphub.events.kernel.Rule;

/** When a case may be opened in an emergency. */
public enum EmergencyRule implements Rule {
    TIE_EXISTS(
            Terms.conflict("Your team, your allocation or your seat at the Hub meeting lets you open this case. Open "
                    + "it as you always do.")),
    ONE_EMERGENCY_AT_A_TIME(
            Terms.forbidden("Breaking the glass opens one case. Wait until the hour is over, or ask a colleague who "
                    + "has to do with the other one.")),
    EMERGENCY_IS_OPEN(
            Terms.conflict("The case can be read until the time that you asked for is over. If the emergency lasts "
                    + "longer, open it again then, with a reason.")),
    EMERGENCY_NEEDS_REVIEW(
            Terms.conflict("Each emergency opening is looked at afterwards by the Data Protection Officer. Ask them "
                    + "to review the earlier ones, or ask a colleague who has to do with the case to act."));

    private final Terms terms;

    EmergencyRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

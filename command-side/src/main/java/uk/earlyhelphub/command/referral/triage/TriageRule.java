package uk.earlyhelphub.command.referral.triage;

import uk.earlyhelphub.events.kernel.Rule;

/** What is needed to say by when a referral is due. */
public enum TriageRule implements Rule {
    NO_BANK_HOLIDAYS(Terms.conflict(
                    "Due dates count working days, and that needs the bank holidays of the year. Let whoever "
                            + "runs the Hub put the years that are needed into a file and name it in hub.bank-holidays.")
            .from("R3"));

    private final Terms terms;

    TriageRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

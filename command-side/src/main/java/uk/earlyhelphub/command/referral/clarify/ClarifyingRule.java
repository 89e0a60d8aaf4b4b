package uk.earlyhelphub.command.referral.clarify;

import uk.earlyhelphub.events.kernel.Rule;

/** What can be supplied for a referral that was given back. */
public enum ClarifyingRule implements Rule {
    NOT_ASKED_FOR(Terms.invalid("Supply only what was asked for; anything else can be recorded as information."));

    private final Terms terms;

    ClarifyingRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

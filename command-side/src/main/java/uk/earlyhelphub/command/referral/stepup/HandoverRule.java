package uk.earlyhelphub.command.referral.stepup;

import uk.earlyhelphub.events.kernel.Rule;

/** What can be confirmed of a handover to social care. */
public enum HandoverRule implements Rule {
    NO_SUCH_HANDOVER(Terms.invalid("The referral has no handover by that name.")),
    ALREADY_ACKNOWLEDGED(Terms.conflict("This handover was confirmed before; there is nothing left to do."));

    private final Terms terms;

    HandoverRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

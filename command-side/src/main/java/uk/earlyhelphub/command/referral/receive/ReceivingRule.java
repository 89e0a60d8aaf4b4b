package uk.earlyhelphub.command.referral.receive;

import uk.earlyhelphub.events.kernel.Rule;

/** What a referral must say when it arrives. */
public enum ReceivingRule implements Rule {
    RELATIONSHIP_TO_ONESELF(Terms.invalid(
            "A relationship names two people of the family. Check the keys: this one names the same person twice.")),
    CHILD_REQUIRED(
            Terms.invalid("Name the child or young person that the referral is chiefly about by their key in the "
                    + "list of people.")),
    KEY_TWICE(Terms.invalid("Each person of the form needs a key of their own."));

    private final Terms terms;

    ReceivingRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

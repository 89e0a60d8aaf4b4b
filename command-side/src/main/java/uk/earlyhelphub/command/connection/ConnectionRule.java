package uk.earlyhelphub.command.connection;

import uk.earlyhelphub.events.kernel.Rule;

/** What can be declared about whom one is close to. */
public enum ConnectionRule implements Rule {
    ALREADY_CONFIRMED(
            Terms.conflict("The removal of these connections was confirmed before, and they are forgotten. There is "
                    + "nothing left to do."));

    private final Terms terms;

    ConnectionRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

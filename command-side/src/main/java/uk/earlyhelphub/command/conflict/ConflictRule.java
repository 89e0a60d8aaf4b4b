package uk.earlyhelphub.command.conflict;

import uk.earlyhelphub.events.kernel.Rule;

/** When a reason can be given for opening the record of somebody close. */
public enum ConflictRule implements Rule {
    NO_CONFLICT(Terms.conflict("The Hub knows of nothing that makes you close to anybody in this case."));

    private final Terms terms;

    ConflictRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

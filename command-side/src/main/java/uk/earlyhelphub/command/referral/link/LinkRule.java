package uk.earlyhelphub.command.referral.link;

import uk.earlyhelphub.events.kernel.Rule;

/** Which records can be said to be of the same person. */
public enum LinkRule implements Rule {
    SAME_RECORD(Terms.invalid("A record cannot be linked to itself. Name the other one.")),
    NOT_FOUND_BY_SEARCH(
            Terms.invalid("Search for the person first, and recognise one of those whom the search shows you. Send "
                    + "its searchId with the link.")),
    NOT_LINKED(Terms.conflict("These two records were not linked, so there is no link to undo."));

    private final Terms terms;

    LinkRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

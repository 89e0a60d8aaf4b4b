package uk.earlyhelphub.query.access;

import uk.earlyhelphub.events.kernel.Rule;

/** What can be asked of a list, of a period, or of a case that one is close to. */
public enum ReadingRule implements Rule {
    PAGE_SIZE(Terms.invalid("A page has between 1 and 200 entries.")),
    BAD_CURSOR(Terms.invalid(
            "To go on to the next page, send the value of \"next\" exactly as it came with the page " + "before.")),
    FROM_AFTER_TO(Terms.invalid("Swap the two instants, or leave one out: without from the history begins with the "
            + "referral, without to it ends now.")),
    IDENTIFIER(Terms.invalid("Identifiers are UUIDs in small letters, as the Hub hands them out. Copy one whole."));

    private final Terms terms;

    ReadingRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

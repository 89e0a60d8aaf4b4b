package uk.earlyhelphub.query.personsearch;

import uk.earlyhelphub.events.kernel.Rule;

/** What a search for people needs. */
public enum SearchRule implements Rule {
    SEARCH_FOR_SOMETHING(
            Terms.invalid("Give at least one detail: a name, a date of birth, a postcode, an NHS number or a unique "
                    + "pupil number."));

    private final Terms terms;

    SearchRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

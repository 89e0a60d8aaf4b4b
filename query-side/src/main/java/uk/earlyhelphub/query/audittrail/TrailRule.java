package uk.earlyhelphub.query.audittrail;

import uk.earlyhelphub.events.kernel.Rule;

/** What the trail can be narrowed by. */
public enum TrailRule implements Rule {
    FILTER_TOO_LONG(Terms.invalid("What the trail is narrowed down by has at most 200 characters.")),
    CONTROL_CHARACTERS(Terms.invalid(
            "What the trail is narrowed down by is a name, a code or an id, and has no control characters.")),
    NO_SUCH_TYPE(Terms.invalid("Types are written as Stream.EventName, such as Referral.ConsentGiven; Referral.* means "
            + "all of a stream. The event catalogue has all of them."));

    private final Terms terms;

    TrailRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

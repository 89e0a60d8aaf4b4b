package uk.earlyhelphub.query.casefile;

import uk.earlyhelphub.events.kernel.Rule;

/** Which versions and instants of a case can be asked for. */
public enum CaseFileRule implements Rule {
    NOT_THERE_YET(
            Terms.conflict("The version that was asked for has not reached this view. It usually takes milliseconds; "
                    + "if it does not come, tell your administrator.")),
    BEFORE_THE_BEGINNING(
            Terms.invalid("Ask for an instant after the referral was received; the trail tells when that was."));

    private final Terms terms;

    CaseFileRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

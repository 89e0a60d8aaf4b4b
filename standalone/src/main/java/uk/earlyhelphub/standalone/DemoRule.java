package uk.earlyhelphub.standalone;

import uk.earlyhelphub.events.kernel.Rule;

/** How the demonstration signs people in. */
enum DemoRule implements Rule {
    SIGN_IN_IN_THE_ADDRESS(
            Terms.invalid("A name and a password belong into the body of the request, as a form. What stands in an "
                    + "address is kept in logs and histories.")),
    WRONG_SIGN_IN(Terms.forbidden("The demo knows a fixed list of people; the start of the Hub prints it."));

    private final Terms terms;

    DemoRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

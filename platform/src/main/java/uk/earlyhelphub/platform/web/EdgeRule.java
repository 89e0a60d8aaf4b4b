package uk.earlyhelphub.platform.web;

import uk.earlyhelphub.events.kernel.Rule;

/** What a request must be like before anybody looks into what it asks for. */
public enum EdgeRule implements Rule {
    ONE_ROLE(Terms.forbidden("A token names the one role in which its holder acts. Ask your administrator to choose "
            + "one role for this sign-in.")),
    NO_ORGANISATION(Terms.forbidden("A token must say for which organisation its holder acts.")),
    ADMINISTRATORS_ONLY(
            Terms.forbidden("How the Hub is running is shown to those who run it, with the role ADMINISTRATOR, and "
                    + "only while their access has not ended.")),
    KEY_SHAPE(Terms.invalid("The header must be 8 to 100 letters, digits, dots, dashes, underscores or tildes.")),
    CORRELATION_SHAPE(
            Terms.invalid("X-Correlation-Id ties together everything that one act sets in motion. It stands in the "
                    + "history for ever, so it must be a UUID made at random, in lower case, and can hold no "
                    + "name.")),
    API_VERSION_NOT_SUPPORTED(
            Terms.invalid(
                    "The header API-Version asks for a version of this API that is not answered. The answer lists those that are; docs/api.md says what each promises.")),
    VERSION_SHAPE(Terms.invalid("If-Match takes the ETag of an earlier answer, for example \"7\".")),
    UNKNOWN_PARAMETER(
            Terms.invalid("The address has a parameter, after the question mark, that is not known there. It was "
                    + "refused rather than ignored, because a misspelt filter would have answered with more "
                    + "than you asked for.")),
    PARAMETER_TWICE(Terms.invalid(
            "A parameter stands in the address more than once, and it is not clear which one is " + "meant.")),
    MISSING_PARAMETER(Terms.invalid("The address needs a parameter that is not there. The list \"errors\" names it.")),
    UNKNOWN_FIELD(
            Terms.invalid("The body has a field that this request does not take. Check the spelling against the API "
                    + "description, docs/openapi.json.")),
    WRONG_TYPE(Terms.invalid("A field has a value of the wrong kind, for example a date that is not a real date or a "
            + "word that is not in the list of allowed words.")),
    VALUE_OUT_OF_RANGE(
            Terms.invalid("A date, number or text lies beyond what can be kept or looked for, for example a year "
                    + "before 1900 or after 2199.")),
    NOT_JSON(Terms.invalid(
            "The body could not be read as JSON. The answer names the line and column where reading " + "failed.")),
    INVALID_FIELDS(
            Terms.invalid("One or more fields break a rule. The list \"errors\" names each field, the rule and what "
                    + "to do. Nothing was stored.")),
    REQUEST_NOT_UNDERSTOOD(
            Terms.invalid("The request could not be taken apart, for example because the address or the form is not "
                    + "encoded as it should be. Compare it with the API description, docs/openapi.json."));

    private final Terms terms;

    EdgeRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

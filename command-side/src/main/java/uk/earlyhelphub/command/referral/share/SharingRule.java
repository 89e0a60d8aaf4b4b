package uk.earlyhelphub.command.referral.share;

import uk.earlyhelphub.events.kernel.Rule;

/** What must hold before anything is shared, and about asking it back. */
public enum SharingRule implements Rule {
    FAMILY_EXCLUDED_RECIPIENT(
            Terms.conflict("The family asked that this agency must not see it. Without a change of that wish nothing "
                    + "is shared with it on the basis of consent or otherwise through this route.")),
    ARTICLE_9_CONDITION_REQUIRED(
            Terms.conflict("Health, ethnicity and other special category data may be shared only under a condition "
                            + "of UK GDPR Art 9(2). Where consent is the basis, that is explicit consent.")
                    .from("UK GDPR Art 9(2)")),
    CONSENT_NOT_COVERING_RECIPIENT(
            Terms.conflict("The consent names agencies, and this one is not among them. Ask the person again.")
                    .from("R7")),
    CONSENT_NOT_COVERING_CATEGORY(
            Terms.conflict("The consent names categories of information, and this one is not among them. Ask the "
                            + "person again.")
                    .from("R7")),
    GATEWAY_NOT_RECORDED(
            Terms.conflict("Sharing without consent rests on a recorded decision of a manager. Name it, with the "
                            + "same basis as that decision.")
                    .from("R14")),
    GATEWAY_NOT_COVERING_RECIPIENT(
            Terms.conflict("The decision to go on without consent names agencies, and this one is not among them.")
                    .from("R14")),
    NOTHING_TO_ACKNOWLEDGE(Terms.conflict("A recall is acknowledged once, after it was made.")),
    NO_SUCH_SHARING(Terms.invalid("Nothing was shared from this referral by that name.")),
    ALREADY_RECALLED(Terms.conflict("This sharing was asked back before; there is nothing left to do."));

    private final Terms terms;

    SharingRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

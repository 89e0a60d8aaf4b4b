package uk.earlyhelphub.model.rules;

import uk.earlyhelphub.events.kernel.Rule;

/** Rules that several intentions share. */
public enum CommonRule implements Rule {
    DATE_AHEAD(Terms.invalid("Something that happened cannot be dated in the future. Check the date.")),
    DATE_PAST(Terms.invalid("This date must still come. Check the date.")),
    REASON_REQUIRED(Terms.invalid("A reason is part of the record here. Say in your own words why.")),
    NOT_FOR_ONESELF(
            Terms.conflict("Nobody decides about themselves: not about their own access, nor about a bar, a look or "
                    + "a request of their own. Ask somebody else who may, such as a manager, the administrator "
                    + "or the Data Protection Officer.")),
    INTEREST_DECLARED(
            Terms.conflict("Whoever has an interest in a case neither opens nor decides it. Ask another member to "
                    + "chair this item.")),
    HUMAN_DECISION_REQUIRED(
            Terms.conflict("Triage, decisions and allocations are made by a named person, never by a system.")
                    .from("R38")),
    ALREADY_REVIEWED(
            Terms.conflict("Each emergency opening, and each reason that somebody gave, is reviewed once. What is to "
                    + "be added belongs into the record of a breach or a complaint.")),
    NOT_FOR_THIS_ROLE(Terms.forbidden(
            "What is asked for here belongs to other roles, and the attempt is on record. Sign in in the "
                    + "role that you have it for, or ask a colleague who has it."));

    private final Terms terms;

    CommonRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

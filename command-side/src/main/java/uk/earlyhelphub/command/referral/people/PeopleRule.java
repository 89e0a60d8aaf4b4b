package uk.earlyhelphub.command.referral.people;

import uk.earlyhelphub.events.kernel.Rule;

/** Who can be added to a referral. */
public enum PeopleRule implements Rule {
    PERSON_ALREADY_THERE(
            Terms.conflict("This person is one of the people of the referral already; there is nothing to add."));

    private final Terms terms;

    PeopleRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

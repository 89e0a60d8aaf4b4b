package uk.earlyhelphub.command.referral.discuss;

import uk.earlyhelphub.events.kernel.Rule;

/** What must hold before a decision of the Hub is recorded. */
public enum DiscussionRule implements Rule {
    DECISION_NOT_AMONG_OPTIONS(Terms.invalid("List every option that was weighed, the chosen one included.")),
    DISSENT_NOT_PRESENT(Terms.invalid("Only people recorded as present can be recorded as disagreeing.")),
    MEETING_AHEAD(Terms.conflict("A decision is recorded on the day of the meeting or later.")),
    CHAIR_NOT_PRESENT(
            Terms.conflict("Whoever records the decision must be recorded as present. Correct the attendance first "
                    + "if it is wrong."));

    private final Terms terms;

    DiscussionRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

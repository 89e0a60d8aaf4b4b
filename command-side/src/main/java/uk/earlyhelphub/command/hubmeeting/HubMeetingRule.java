package uk.earlyhelphub.command.hubmeeting;

import uk.earlyhelphub.events.kernel.Rule;

/** What can be done in which state of a Hub meeting, and by whom. */
public enum HubMeetingRule implements Rule {
    NO_SUCH_MEETING(Terms.invalid("Your team has no Hub meeting by that name. Look it up in the list of meetings.")),
    MEETING_OVER(Terms.conflict(
            "The Hub meeting was held or cancelled, so nothing can be added to it. Choose another " + "one.")),
    AGENDA_PUBLISHED(
            Terms.conflict("A published agenda is frozen, so that everybody prepares for the same cases. Put the "
                    + "referral on the next one.")),
    MEETING_NOT_SITTING(Terms.conflict("Publish the agenda and record who is present, then record decisions.")),
    NOT_ON_AGENDA(Terms.conflict("Put the referral on the agenda of the meeting first.")),
    NOT_A_MEMBER(Terms.invalid(
            "Only people called to the meeting can be recorded. Call a meeting with the right " + "members.")),
    PRESENT_AND_ABSENT(Terms.invalid("Nobody can be present and send apologies. Name each person once.")),
    INTEREST_OF_ANOTHER(
            Terms.invalid("An interest is declared by whoever has it. For a member who has not declared it, the "
                    + "chair of the meeting does, with a reason; anybody else tells the chair.")),
    NO_SUCH_DECLARATION(Terms.conflict(
            "Nothing says that this member has an interest in this case, so there is nothing to put " + "right."));

    private final Terms terms;

    HubMeetingRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

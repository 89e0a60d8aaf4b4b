package uk.earlyhelphub.command.operation;

import uk.earlyhelphub.events.kernel.Rule;

/** When a projection can be made again, and what can be done with dead letters. */
public enum ReplayRule implements Rule {
    NO_SUCH_PROJECTION(
            Terms.invalid("Each thing that people are shown is filled by one projection; the answer lists the names "
                    + "that this process knows.")),
    REPLAY_UNDER_WAY(Terms.conflict("The second tables of a projection exist once, so it has one replay at a time. GET "
            + "/api/replays shows which one it is.")),
    REPLAY_NOT_IN_THIS_STATE(
            Terms.conflict("A replay is requested, approved by a second person, runs, and may be paused and resumed "
                    + "until it ends or is cancelled.")),
    SECOND_PERSON(Terms.conflict("Making again what everybody is shown takes two people. Ask an auditor, the "
            + "administrator, the Data Protection Officer or a manager to approve it.")),
    STILL_CANNOT_BE_TAKEN(
            Terms.conflict("What stood in the way is still there. The class of the failure says where to look; "
                    + "usually a release that can read the event has to come first.")),
    RETRY_UNDER_WAY(
            Terms.conflict("Somebody else asked for the same a moment ago. What comes of it is in the list of dead "
                    + "letters, and in the trail."));

    private final Terms terms;

    ReplayRule(Terms terms) {
        this.terms = terms;
    }

    @Override
    public Terms terms() {
        return terms;
    }
}

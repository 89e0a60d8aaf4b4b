package uk.earlyhelphub.model.access;

/** By what right somebody reads a case. Never the role alone: always the role and a tie to the case. */
public enum AccessRight {
    /** Works for the team of the case. */
    TEAM("The case was their team's."),
    /** Delivers a service that is allocated to the family now. */
    PROVIDER("A service of theirs was allocated to the family."),
    /** Is called to the coming Hub meeting, for any organisation, with this case on its published agenda. */
    HUB_MEMBER("They were called to the meeting on whose published agenda the case stood."),
    /** Works for an institution with which something of the case was shared, and sees that. */
    RECIPIENT("Something of the case had been shared with their organisation."),
    /** Opened this one case in an emergency, for an hour at most, and answers for it. */
    BREAK_GLASS("They had opened the case in an emergency."),
    /** Opened the case of their own family so; sees what it takes to help now, and not who spoke of the family. */
    RELATIVE_IN_EMERGENCY("They had opened the case in an emergency, without who referred the family."),
    /** Answers for data protection over all cases; sees what happened, not what was said. */
    DATA_PROTECTION("Their office let them see what happened, without texts."),
    /** Investigates complaints; sees what happened, not what was said, until a complaint ties them to the case. */
    INVESTIGATION("Their office let them see what happened, without texts."),
    /** Verifies the history; sees what happened, not what was said. */
    AUDIT("Their office let them see what happened, without texts.");

    private final String because;

    AccessRight(String because) {
        this.because = because;
    }

    /** Why, in a sentence for an account of the past. */
    public String because() {
        return because;
    }

    /** Whether such a reader sees the whole of a case and its past, with or without its texts. */
    public boolean seesTheWhole() {
        return switch (this) {
            case TEAM, BREAK_GLASS, DATA_PROTECTION, INVESTIGATION, AUDIT -> true;
            case PROVIDER, HUB_MEMBER, RECIPIENT, RELATIVE_IN_EMERGENCY -> false;
        };
    }

    /** Whether such a reader opens the case itself, and not only what somebody shared of it. */
    public boolean opensTheCase() {
        return this != RECIPIENT;
    }

    /** Whether it ends with the hour, and the reader answers for it. */
    public boolean isForAnEmergency() {
        return this == BREAK_GLASS || this == RELATIVE_IN_EMERGENCY;
    }

    /** Whether texts are revealed to such a reader: only to those whom something ties to this very case. */
    public boolean seesContent() {
        return switch (this) {
            case TEAM, PROVIDER, HUB_MEMBER, RECIPIENT, BREAK_GLASS, RELATIVE_IN_EMERGENCY -> true;
            case DATA_PROTECTION, INVESTIGATION, AUDIT -> false;
        };
    }
}

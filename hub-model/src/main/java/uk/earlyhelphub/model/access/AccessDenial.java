package uk.earlyhelphub.model.access;

/** Why somebody may not see a case. */
public enum AccessDenial {
    /** A manager, or whoever else may, ended their access to the Hub. */
    STAFF_ACCESS_ENDED("Their access to the Hub had been ended."),
    /** They declared an interest in the case, and so are barred from it, whatever else ties them to it. */
    INTEREST_DECLARED("They had declared an interest in the case and were barred from it."),
    /** It seems to be their own record, or that of somebody whom they declared to be family. */
    TOO_CLOSE("It seemed to be their own record or their family's, which stays shut to them."),
    /** The same of somebody whom nothing shows to them, so that they are told no more than a stranger. */
    TOO_CLOSE_UNSEEN("It seemed to be their own record or their family's, which stays shut to them."),
    /** Somebody in it seems to be close to them, and they have not said why they look all the same. */
    REASON_NEEDED("Somebody in it seemed to be close to them, and they had given no reason for looking."),
    /** The family does not want their organisation to learn of it. */
    AGENCY_EXCLUDED("The family had asked that their organisation should not learn of it."),
    /** What was shared with their organisation may no longer be read. */
    SHARING_ENDED("What had been shared with their organisation could no longer be read."),
    /** Their office sees no cases, whatever ties them to one. */
    OFFICE_SEES_NO_CASES("Their office does not see cases."),
    /** Nothing ties them to the case. */
    NO_TIE("Nothing tied them to the case.");

    private final String because;

    AccessDenial(String because) {
        this.because = because;
    }

    /** Why, in a sentence for an account of the past, for those whose office it is to look into conflicts of interest. */
    public String because() {
        return because;
    }

    /** The same for everybody else: to whom a colleague is close is the colleague's own affair. */
    public String becauseWithoutTies() {
        return switch (this) {
            case TOO_CLOSE, TOO_CLOSE_UNSEEN, REASON_NEEDED ->
                "They could not open it then; the Data Protection Officer can say why.";
            case STAFF_ACCESS_ENDED, INTEREST_DECLARED, AGENCY_EXCLUDED, SHARING_ENDED, OFFICE_SEES_NO_CASES, NO_TIE ->
                because;
        };
    }
}

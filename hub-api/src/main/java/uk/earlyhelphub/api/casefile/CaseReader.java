package uk.earlyhelphub.api.casefile;

/** By what right somebody reads a case; it tells which kind of view they get. */
public enum CaseReader {
    /** They work for the team of the case. */
    TEAM,
    /** They opened this one case in an emergency. */
    BREAK_GLASS,
    /** They opened the case of their own family so; they see what it takes to help now, and not who spoke of the family. */
    RELATIVE_IN_EMERGENCY,
    /** They answer for data protection; they see what happened, and no text. */
    DATA_PROTECTION,
    /** They investigate complaints; they see what happened, and no text. */
    INVESTIGATION,
    /** They verify the history; they see what happened, and no text. */
    AUDIT,
    /** A service of theirs is allocated to the family now. */
    PROVIDER,
    /** They are called to the meeting on whose published agenda the case stands. */
    HUB_MEMBER
}

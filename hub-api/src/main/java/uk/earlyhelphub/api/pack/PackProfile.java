package uk.earlyhelphub.api.pack;

/** For whom a pack is made. */
public enum PackProfile {
    /** For whoever investigates; nothing is left out that they may see. */
    INVESTIGATOR,
    /** For the person who complains: others' affairs and a referrer who stays anonymous are withheld. */
    COMPLAINANT
}

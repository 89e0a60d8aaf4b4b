package uk.earlyhelphub.events.recordaccess;

/** How somebody who works with records seems to be close to a person in one. */
public enum ConflictKind {
    /** It seems to be the reader's own record. */
    OWN_RECORD,
    /** It seems to be somebody whom the reader declared to be family. */
    OWN_FAMILY,
    /** They live at the reader's own postcode. */
    SAME_POSTCODE,
    /** It seems to be somebody who works with the Hub too. */
    COLLEAGUE;

    /** Whether no reason is good enough: somebody else has to take the case. */
    public boolean barsForGood() {
        return this == OWN_RECORD || this == OWN_FAMILY;
    }
}

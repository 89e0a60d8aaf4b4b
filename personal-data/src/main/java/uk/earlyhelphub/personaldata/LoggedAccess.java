package uk.earlyhelphub.personaldata;

/**
 * Proof that a look at personal data is on record: it comes only from the {@link AccessLedger}, which has committed the entry
 * before it hands this out.
 */
public final class LoggedAccess {
    private final String accessId;

    LoggedAccess(String accessId) {
        this.accessId = accessId;
    }

    /** The id of the entry. */
    public String accessId() {
        return accessId;
    }
}

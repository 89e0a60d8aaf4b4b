package uk.earlyhelphub.platform.commands;

/**
 * Something that is needed cannot be reached just now, so nothing was done that could be known of. Sent again later, with the same
 * command id, it may be done, or it turns out that it was.
 */
public final class NotNow extends RuntimeException {

    public NotNow() {
        this(
                "This cannot be answered safely just now. Nothing was lost; send it again, with the same Idempotency-Key, in a moment.");
    }

    /**
     * @param detail what is missing, in one plain sentence without personal data
     */
    public NotNow(String detail) {
        super(detail);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}

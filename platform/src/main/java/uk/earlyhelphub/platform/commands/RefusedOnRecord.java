package uk.earlyhelphub.platform.commands;

/** A rule refused a command, and the refusal itself is an event: the history keeps that it was tried. */
public final class RefusedOnRecord extends RuntimeException {
    private final String code;

    /**
     * @param code the code of the rule, as the event has it
     */
    public RefusedOnRecord(String code) {
        super("This was refused, and the refusal is on record. The rule: " + code.replace('-', ' ') + ".");
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}

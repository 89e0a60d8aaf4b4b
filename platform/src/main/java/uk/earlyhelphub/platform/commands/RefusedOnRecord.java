package uk.earlyhelphub.platform.commands;

/**
 * A command was refused, and the refusal is an event: unlike after a {@link Refused}, something was stored. The same command sent
 * again gets the same answer.
 */
public final class RefusedOnRecord extends RuntimeException {
    private final String rule;

    /** By this rule, as its stable code. */
    public RefusedOnRecord(String rule) {
        super("This was refused, and the refusal is on record. The rule: " + rule.replace('-', ' ') + ".");
        this.rule = rule;
    }

    /** The rule's code. */
    public String rule() {
        return rule;
    }
}

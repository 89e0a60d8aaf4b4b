package uk.earlyhelphub.platform.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.kernel.Rule;

/**
 * A rule stood in the way, and nothing was stored. It names the rule and says in plain words what is wrong; it never repeats
 * personal data. That somebody is signed out, asks too often, or asks at a bad moment is no rule's refusal: see {@link AccessEnded},
 * {@link TooOften} and {@link NotNow}.
 */
public final class Refused extends RuntimeException {
    private final Rule.Kind kind;
    private final String code;
    private final @Nullable String field;
    private final List<String> notes;

    private Refused(Rule.Kind kind, String code, String detail, @Nullable String field, List<String> notes) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.notes = List.copyOf(notes);
    }

    /**
     * Refused by a rule.
     *
     * @param detail one sentence in plain words, without personal data
     */
    public static Refused by(Rule rule, String detail) {
        return new Refused(rule.kind(), rule.code(), detail, null, List.of());
    }

    /**
     * Refused by a rule about one field.
     *
     * @param field the path of the field at fault
     * @param detail one sentence in plain words, without personal data
     */
    public static Refused by(Rule rule, String field, String detail) {
        return new Refused(rule.kind(), rule.code(), detail, field, List.of());
    }

    /** Nothing there for this caller: the same words whether it does not exist or is not theirs. */
    public static Refused unknown() {
        return by(CommandRule.NOT_FOUND, "There is nothing here for you by that name.");
    }

    /** Made again from what travelled between processes, where the rule itself may be one of a later release. */
    static Refused carried(Rule.Kind kind, String code, String detail, @Nullable String field, List<String> notes) {
        return new Refused(kind, code, detail, field, notes);
    }

    /** The same, with codes for whoever puts the refusal on record; the caller is not told them. */
    public Refused noting(List<String> codes) {
        return new Refused(kind, code, detail(), field, codes);
    }

    /** Whether it was this rule that refused. */
    public boolean isBy(Rule rule) {
        return code.equals(rule.code());
    }

    public Rule.Kind kind() {
        return kind;
    }

    /** The rule's code; its help page has the same name. */
    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable String field() {
        return field;
    }

    /** What whoever puts the refusal on record is told besides, as codes. */
    public List<String> notes() {
        return notes;
    }
}

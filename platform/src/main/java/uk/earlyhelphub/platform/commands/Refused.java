package uk.earlyhelphub.platform.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule stood in the way, and nothing was stored. It names the rule by a stable code and says in plain words what would
 * satisfy it; it never repeats personal data.
 */
public final class Refused extends RuntimeException {

    /** What kind of answer the caller gets. */
    public enum Kind {
        /** The request itself is wrong (400). */
        INVALID,
        /** The caller may not use the Hub any more (401). */
        SIGNED_OUT,
        /** The caller may not do this, and may know it (403). */
        FORBIDDEN,
        /** There is nothing by that id for this caller (404). */
        UNKNOWN,
        /** What was asked does not fit how things stand (409). */
        CONFLICT,
        /** The version the caller named is not the current one (412). */
        STALE,
        /** The same command id came with another body (422). */
        DIFFERENT_REPEAT,
        /** The caller did this too often just now (429). */
        TOO_OFTEN,
        /** What is needed to do it safely cannot be reached just now; sent again later it may be done (503). */
        NOT_NOW
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final List<String> notes;

    /**
     * @param code the rule, e.g. {@code consent-not-in-force}; its help page has the same name
     * @param message one sentence in plain words, without personal data
     * @param field the path of the field at fault, or none
     */
    public Refused(Kind kind, String code, String message, @Nullable String field) {
        this(kind, code, message, field, List.of());
    }

    private Refused(Kind kind, String code, String message, @Nullable String field, List<String> notes) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.notes = List.copyOf(notes);
    }

    /** The same, with codes for whoever puts the refusal on record; the caller is not told them. */
    public Refused noting(List<String> codes) {
        return new Refused(kind, code, String.valueOf(getMessage()), field, codes);
    }

    /** A rule that does not fit how things stand. */
    public static Refused conflict(String code, String message) {
        return new Refused(Kind.CONFLICT, code, message, null);
    }

    /** A field that breaks a rule. */
    public static Refused invalid(String field, String code, String message) {
        return new Refused(Kind.INVALID, code, message, field);
    }

    /** Nothing there for this caller: the same words whether it does not exist or is not theirs. */
    public static Refused unknown() {
        return new Refused(Kind.UNKNOWN, "not-found", "There is nothing here for you by that name.", null);
    }

    /** Something cannot be reached, so it is not known whether the command was done; the same id sent again will tell. */
    public static Refused notNow() {
        return new Refused(
                Kind.NOT_NOW,
                "not-now",
                "This cannot be answered safely just now. Nothing was lost; send it again, with the same Idempotency-Key, in a moment.",
                null);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    /** What whoever puts the refusal on record is told besides, as codes. */
    public List<String> notes() {
        return notes;
    }

    /** The same as plain values, which survive a journey between processes. */
    Refusal refusal() {
        return new Refusal(kind.name(), code, String.valueOf(getMessage()), field, notes);
    }

    /** A broken rule as plain values. */
    record Refusal(
            String kind,
            String code,
            String message,
            @Nullable String field,
            List<String> notes) {
        Refused toException() {
            return new Refused(Kind.valueOf(kind), code, message, field, notes);
        }
    }
}

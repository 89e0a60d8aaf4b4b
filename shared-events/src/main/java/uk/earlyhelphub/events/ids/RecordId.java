package uk.earlyhelphub.events.ids;

import java.util.regex.Pattern;

/** The one written form of an identifier: a lower-case UUID, so that two spellings never name one record. */
public final class RecordId {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private RecordId() {}

    /** Answers whether the text is a lower-case UUID. */
    public static boolean isCanonical(String value) {
        return CANONICAL.matcher(value).matches();
    }

    /** Throws {@link IllegalArgumentException} unless the text is a lower-case UUID; the text itself is not repeated. */
    public static void requireCanonical(String value) {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("An identifier is a lower-case UUID");
        }
    }
}

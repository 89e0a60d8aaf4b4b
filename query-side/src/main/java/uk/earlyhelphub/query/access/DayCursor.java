package uk.earlyhelphub.query.access;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Where a page of a list by days begins. It holds what the list is sorted by, so that nothing is looked up by it: an id that is
 * somebody else's leads no further than one that nobody has.
 *
 * @param day of the last entry of the page before
 * @param id of that entry
 */
public record DayCursor(LocalDate day, String id) {
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-f-]{36})");

    /** From what a caller sent; nothing if they begin at the start. Throws a broken rule for anything that no page had. */
    public static @Nullable DayCursor of(@Nullable String after) {
        if (after == null) {
            return null;
        }
        var read = FORM.matcher(after);
        if (!read.matches() || !RecordId.isCanonical(read.group(2))) {
            throw bad();
        }
        try {
            return new DayCursor(LocalDate.parse(read.group(1)), read.group(2));
        } catch (DateTimeParseException _) {
            throw bad();
        }
    }

    private static Refused bad() {
        return Refused.by(ReadingRule.BAD_CURSOR, "after", "Send the value that the link to the next page has.");
    }

    /** As a caller sends it. */
    public String text() {
        return day + "_" + id;
    }

    /** The day, for a query. */
    public Date sqlDay() {
        return Date.valueOf(day);
    }
}

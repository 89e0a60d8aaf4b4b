package uk.earlyhelphub.query.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Where a page of a list by instants begins; as with {@link DayCursor}, nothing is looked up by it.
 *
 * @param at of the last entry of the page before, in microseconds, as the database keeps it
 * @param id of that entry
 */
public record InstantCursor(Instant at, String id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,17})_([0-9a-f-]{36})");

    /** From what a caller sent; nothing if they begin at the start. Throws a broken rule for anything that no page had. */
    public static @Nullable InstantCursor of(@Nullable String after) {
        if (after == null) {
            return null;
        }
        var read = FORM.matcher(after);
        if (!read.matches() || !RecordId.isCanonical(read.group(2))) {
            throw Refused.by(ReadingRule.BAD_CURSOR, "after", "Send the value that the link to the next page has.");
        }
        return new InstantCursor(Instant.EPOCH.plus(Long.parseLong(read.group(1)), ChronoUnit.MICROS), read.group(2));
    }

    /** As a caller sends it. */
    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }

    /** The instant, for a query. */
    public OffsetDateTime sqlInstant() {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package uk.earlyhelphub.api.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reader's looks of one kind.
 *
 * @param type what they did, e.g. {@code RecordAccess.RecordOpened}; refused looks are here too
 * @param view what they saw, e.g. {@code casefile}
 * @param relationship by what right
 */
public record LookLine(
        String actor,
        String name,
        String role,
        String organisation,
        String purpose,
        String type,
        @Nullable String view,
        @Nullable String relationship,
        long times,
        Instant first,
        Instant last) {}

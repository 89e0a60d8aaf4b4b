package uk.earlyhelphub.api.pack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.metadata.Role;

/**
 * What somebody could have seen of a case at an instant, and whether they had looked.
 *
 * @param role in which role they acted last before it, as far as anything of theirs is on record
 * @param people whose texts it showed, by id
 * @param because in a sentence
 * @param looked when they had opened the case before it, the newest last
 */
public record EntitlementView(
        String actor,
        @Nullable String name,
        @Nullable Role role,
        @Nullable String organisation,
        EntitledBy right,
        EntitledTo extent,
        List<String> people,
        String because,
        List<Instant> looked) {

    /** By what right somebody could have seen a case. */
    public enum EntitledBy {
        TEAM,
        PROVIDER,
        HUB_MEMBER,
        /** Something of it was shared with their organisation. */
        RECIPIENT,
        BREAK_GLASS,
        /** Opened the case of their own family so, without who spoke of it. */
        RELATIVE_IN_EMERGENCY,
        DATA_PROTECTION,
        INVESTIGATION,
        AUDIT,
        /** By none. */
        NONE
    }

    /** How much of it that right showed. */
    public enum EntitledTo {
        WHOLE_CASE,
        /** What the meeting needed, of those whom consent covered that day. */
        COVERED_BY_CONSENT,
        /** Why the family was referred, and their own allocations. */
        OWN_ALLOCATIONS,
        /** What was shared with them. */
        AS_SHARED,
        /** What it takes to help now, without who spoke of the family. */
        WITHOUT_WHO_SPOKE,
        /** What happened, but no text. */
        WITHOUT_TEXTS,
        NOTHING
    }
}

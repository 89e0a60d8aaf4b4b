package uk.earlyhelphub.query.accountabilitypack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody could have seen of a case at an instant, and whether they had looked.
 *
 * @param role in which role they acted last before it, as far as anything of theirs is on record
 * @param right by what right; NONE if by none
 * @param extent what that right showed
 * @param people whom of the family it showed, by id; everybody if the whole of the case
 * @param because in a sentence
 * @param looked when they had opened the case before it, the newest last
 */
record Entitlement(
        String actor,
        @Nullable String name,
        @Nullable String role,
        @Nullable String organisation,
        Right right,
        Extent extent,
        List<String> people,
        String because,
        List<Instant> looked) {

    /** By what right. */
    enum Right {
        TEAM,
        PROVIDER,
        HUB_MEMBER,
        BREAK_GLASS,
        DATA_PROTECTION,
        INVESTIGATION,
        AUDIT,
        NONE
    }

    /** How much of the case. */
    enum Extent {
        WHOLE_CASE,
        /** What the meeting needs, of those whom consent covered that day. */
        COVERED_BY_CONSENT,
        /** Why the family was referred, and their own allocations. */
        OWN_ALLOCATIONS,
        /** What happened, but no text. */
        WITHOUT_TEXTS,
        NOTHING
    }
}

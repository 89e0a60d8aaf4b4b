package uk.earlyhelphub.query.accountabilitypack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.access.DisclosureScope.Extent;

/**
 * What somebody could have seen of a case at an instant, and whether they had looked.
 *
 * @param role in which role they acted last before it, as far as anything of theirs is on record
 * @param right by what {@link AccessRight}; NONE if by none
 * @param extent what that right showed
 * @param people whose texts it showed, by id
 * @param because in a sentence
 * @param looked when they had opened the case before it, the newest last
 */
record Entitlement(
        String actor,
        @Nullable String name,
        @Nullable String role,
        @Nullable String organisation,
        String right,
        Extent extent,
        List<String> people,
        String because,
        List<Instant> looked) {}

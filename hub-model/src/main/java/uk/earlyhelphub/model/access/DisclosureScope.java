package uk.earlyhelphub.model.access;

import java.util.List;
import java.util.Set;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.PersonAdded;

/**
 * Whose texts, of which kinds, and which details of a person a reader of a case may be shown at most. What is shown and what is
 * put on record both come from it.
 *
 * @param extent how much of the case
 * @param people whose texts; nobody's for those who see what happened and not what was said
 * @param categories of which kinds
 * @param details which details of these people, by the names that {@link PersonAdded} gives them; all of them if it is the whole
 *     case
 */
public record DisclosureScope(
        Extent extent, List<PersonId> people, List<InformationCategory> categories, Set<String> details) {

    /** How much of a case. */
    public enum Extent {
        WHOLE_CASE,
        /** What it takes to help in an emergency, but not who referred or told something, nor who must not see it. */
        WITHOUT_WHO_SPOKE,
        /** What the meeting needs, of those whom consent covered that day. */
        COVERED_BY_CONSENT,
        /** Why the family was referred, and their own allocations. */
        OWN_ALLOCATIONS,
        /** What was shared with them, as it was when it was shared. */
        AS_SHARED,
        /** What happened, but no text. */
        WITHOUT_TEXTS,
        NOTHING
    }

    public DisclosureScope {
        people = List.copyOf(people);
        categories = List.copyOf(categories);
        details = Set.copyOf(details);
    }

    /** Whether a detail of those people may be shown. */
    public boolean showsDetail(String detail) {
        return extent == Extent.WHOLE_CASE || extent == Extent.WITHOUT_WHO_SPOKE || details.contains(detail);
    }

    /** Whether it shows where people live now; what was once shared is shown as it was then. */
    boolean showsWhereTheyLive() {
        return extent != Extent.AS_SHARED && (showsDetail("postcode") || showsDetail("address"));
    }

    /** Whether a person's texts may be shown. */
    public boolean shows(PersonId person) {
        return people.contains(person);
    }
}

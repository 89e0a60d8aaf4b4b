package uk.earlyhelphub.model.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.referral.Sharings.Sharing;

/**
 * Whose texts, of which kinds, and which details of a person a reader of a case may be shown at most. What is shown and what is
 * put on record both come from it.
 *
 * @param extent how much of the case
 * @param people whose texts; nobody's for those who see what happened and not what was said
 * @param categories of which kinds
 * @param details which details of these people, by the names that {@link PersonAdded} gives them; all of them if it is the whole
 *     case
 * @param ofTheFamily whether also what was said of the family as a whole: free text tells of a father or a sister, too, and nobody
 *     can take it apart, so that it is for another organisation only if everybody in the case is covered (R9)
 */
public record DisclosureScope(
        Extent extent,
        List<PersonId> people,
        List<InformationCategory> categories,
        Set<String> details,
        boolean ofTheFamily) {

    /** What a Hub meeting needs to know of a person. */
    private static final Set<String> FOR_THE_TABLE =
            Set.of("personId", "part", "name", "dateOfBirth", "dueOn", "school", "inHousehold", "relationships");

    /** What it takes to visit somebody and to speak with them. */
    private static final Set<String> FOR_A_VISIT = Set.of(
            "personId",
            "part",
            "name",
            "alsoKnownAs",
            "dateOfBirth",
            "dueOn",
            "address",
            "postcode",
            "phone",
            "email",
            "school",
            "language",
            "interpreterNeeded",
            "inHousehold",
            "relationships");

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

    /** All texts about everybody. */
    static DisclosureScope everything(ReferralState state) {
        return about(Extent.WHOLE_CASE, state);
    }

    /** All texts but those that tell who spoke of the family. */
    static DisclosureScope withoutWhoSpoke(ReferralState state) {
        return about(Extent.WITHOUT_WHO_SPOKE, state);
    }

    private static DisclosureScope about(Extent extent, ReferralState state) {
        var everybody =
                state.household().people().stream().map(p -> p.personId()).toList();
        return new DisclosureScope(extent, everybody, List.of(InformationCategory.values()), Set.of(), true);
    }

    /** What happened, without texts. */
    static DisclosureScope withoutTexts() {
        return new DisclosureScope(Extent.WITHOUT_TEXTS, List.of(), List.of(), Set.of(), false);
    }

    /** What a meeting needs to know of those whom it may discuss; {@code everybody} if these are all who are in the case. */
    static DisclosureScope forTheTable(List<PersonId> covered, boolean everybody) {
        return new DisclosureScope(
                Extent.COVERED_BY_CONSENT, covered, List.of(InformationCategory.values()), FOR_THE_TABLE, everybody);
    }

    /** What a service needs to know of those whom it visits; {@code everybody} if all in the case let services help. */
    static DisclosureScope forVisiting(List<PersonId> people, boolean everybody) {
        return new DisclosureScope(
                Extent.OWN_ALLOCATIONS,
                people,
                List.of(InformationCategory.IDENTIFIERS_AND_CONTACTS),
                FOR_A_VISIT,
                everybody);
    }

    /** What an organisation itself was offered and answered, and nobody of the family. */
    static DisclosureScope ofOwnAnswers() {
        return new DisclosureScope(Extent.OWN_ALLOCATIONS, List.of(), List.of(), Set.of(), false);
    }

    /** What these sharings carried. */
    static DisclosureScope asShared(List<Sharing> sharings) {
        return new DisclosureScope(
                Extent.AS_SHARED,
                sharings.stream()
                        .flatMap(s -> s.data().people().stream())
                        .distinct()
                        .toList(),
                sharings.stream()
                        .flatMap(s -> s.data().categories().stream())
                        .distinct()
                        .toList(),
                sharings.stream().flatMap(s -> s.data().fields().stream()).collect(Collectors.toUnmodifiableSet()),
                false);
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

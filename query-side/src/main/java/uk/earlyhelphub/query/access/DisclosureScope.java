package uk.earlyhelphub.query.access;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.model.referral.ReferralState;

/**
 * Whose texts, and of which kinds, a reader of a case may be shown at most. What is shown and what is put on record both come
 * from it.
 *
 * @param people whose texts; nobody's for those who see what happened and not what was said
 * @param categories of which kinds
 */
public record DisclosureScope(List<PersonId> people, List<InformationCategory> categories) {
    private static final DisclosureScope NOTHING = new DisclosureScope(List.of(), List.of());

    public DisclosureScope {
        people = List.copyOf(people);
        categories = List.copyOf(categories);
    }

    /** What a reader with this relationship may be shown of a case on a day. */
    public static DisclosureScope of(Relationship relationship, Actor reader, ReferralState state, LocalDate day) {
        var everybody =
                state.household().people().stream().map(p -> p.personId()).toList();
        return switch (relationship) {
            case TEAM, BREAK_GLASS -> new DisclosureScope(everybody, List.of(InformationCategory.values()));
            case PROVIDER ->
                new DisclosureScope(
                        allocatedTo(reader.organisation(), state),
                        List.of(InformationCategory.IDENTIFIERS_AND_CONTACTS));
            case HUB_MEMBER -> new DisclosureScope(mayBeDiscussed(state, day), List.of(InformationCategory.values()));
            case DATA_PROTECTION, INVESTIGATION, AUDIT -> NOTHING;
        };
    }

    /** With whom a provider works now; of another provider's people and allocations it learns nothing. */
    public static List<PersonId> allocatedTo(String provider, ReferralState state) {
        return state.allocations().liveOf(provider).stream()
                .flatMap(a -> a.allocated().people().stream())
                .distinct()
                .toList();
    }

    /** Whose own consent, or a recorded gateway, lets the Hub discuss them on a day (R9). */
    public static List<PersonId> mayBeDiscussed(ReferralState state, LocalDate day) {
        return state.household().people().stream()
                .map(p -> p.personId())
                .filter(p -> state.consents().allows(p, ConsentPurpose.DISCUSS_AT_HUB, day))
                .toList();
    }

    /** Whether a person's texts may be shown. */
    public boolean shows(PersonId person) {
        return people.contains(person);
    }
}

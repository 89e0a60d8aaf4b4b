package uk.earlyhelphub.model.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.model.referral.Household.Person;

/**
 * A reader at an instant, as far as it matters for one case.
 *
 * @param accessEnded whether their access to the Hub had ended
 * @param closeTo how they seem to be close to people of the case, by person
 * @param reasonGiven whether they had said that day why they look although somebody seems to be close to them
 * @param emergencyOpen whether they had this very case open in an emergency
 */
public record ReaderFacts(
        Actor actor,
        boolean accessEnded,
        Map<PersonId, Set<ConflictKind>> closeTo,
        boolean reasonGiven,
        boolean emergencyOpen) {
    public ReaderFacts {
        closeTo = Map.copyOf(closeTo);
    }

    /** The same reader with this very case open in an emergency. */
    public ReaderFacts inEmergency() {
        return new ReaderFacts(actor, accessEnded, closeTo, reasonGiven, true);
    }

    /**
     * In which ways they are so close to any of these people that no reason is good enough, also where only another record knows that
     * somebody is the same person.
     */
    List<ConflictKind> bars(Collection<Person> people, FamilyTies ties) {
        var kinds = EnumSet.noneOf(ConflictKind.class);
        kinds.addAll(kinds(people));
        for (var person : people) {
            ties.sameAs(person.personId()).forEach(same -> kinds.addAll(closeTo.getOrDefault(same, Set.of())));
        }
        return kinds.stream().filter(ConflictKind::barsForGood).toList();
    }

    /**
     * In which other ways they seem to be close to people whom a scope shows. Where somebody lives counts only for whoever is shown
     * where they live now: a guessed postcode must not be answered to anybody else.
     */
    List<ConflictKind> warnings(Collection<Person> people, DisclosureScope scope) {
        return kinds(people.stream().filter(p -> scope.shows(p.personId())).toList()).stream()
                .filter(kind -> !kind.barsForGood())
                .filter(kind -> kind != ConflictKind.SAME_POSTCODE || scope.showsWhereTheyLive())
                .toList();
    }

    /** To a person, or to whom the person was recognised as in another record. */
    private List<ConflictKind> kinds(Collection<Person> people) {
        var kinds = EnumSet.noneOf(ConflictKind.class);
        for (var person : people) {
            kinds.addAll(closeTo.getOrDefault(person.personId(), Set.of()));
            person.sameAs().forEach(same -> kinds.addAll(closeTo.getOrDefault(same, Set.of())));
        }
        return List.copyOf(kinds);
    }
}

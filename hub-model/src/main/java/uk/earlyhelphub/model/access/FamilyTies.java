package uk.earlyhelphub.model.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;

/**
 * What other records say of the people of a case: whom they were recognised as, in whichever of the records that was recorded, and
 * which interests are declared in the family's other cases. Found by {@link TiesAcrossCases}.
 *
 * @param sameAs everybody else who is one and the same person, by person of the case; those who are nobody else are left out
 * @param interestsElsewhere the interests that stand in the family's other cases
 */
public record FamilyTies(Map<PersonId, Set<PersonId>> sameAs, List<InterestDeclared> interestsElsewhere) {
    /** Of a family whom no other record knows. */
    public static final FamilyTies NONE = new FamilyTies(Map.of(), List.of());

    public FamilyTies {
        sameAs = Map.copyOf(sameAs);
        interestsElsewhere = List.copyOf(interestsElsewhere);
    }

    Set<PersonId> sameAs(PersonId person) {
        return sameAs.getOrDefault(person, Set.of());
    }

    boolean hasInterest(Actor actor) {
        return interestsElsewhere.stream().anyMatch(i -> i.member().equals(actor.id()));
    }
}

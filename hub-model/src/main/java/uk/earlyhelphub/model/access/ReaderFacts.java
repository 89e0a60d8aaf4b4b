package uk.earlyhelphub.model.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.ConflictKind;

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

    /** How they seem to be close to any of these people; to others it is not asked, so that nothing can be learned of them. */
    List<ConflictKind> closeToAny(Collection<PersonId> people) {
        var kinds = EnumSet.noneOf(ConflictKind.class);
        people.forEach(p -> kinds.addAll(closeTo.getOrDefault(p, Set.of())));
        return List.copyOf(kinds);
    }
}

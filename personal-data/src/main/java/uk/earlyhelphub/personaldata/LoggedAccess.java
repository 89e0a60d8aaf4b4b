package uk.earlyhelphub.personaldata;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uk.earlyhelphub.events.ids.PersonId;

/**
 * Proof that a look at personal data is on record: it comes only from the {@link AccessLedger}, which has committed the entry
 * before it hands this out.
 */
public final class LoggedAccess {
    private final String accessId;
    private final Set<PersonId> seen = ConcurrentHashMap.newKeySet();

    LoggedAccess(String accessId) {
        this.accessId = accessId;
    }

    /** Whether nothing about this person was revealed in this access so far; from then on something was. */
    boolean isFirstFor(PersonId person) {
        return seen.add(person);
    }

    /** The id of the entry. */
    public String accessId() {
        return accessId;
    }
}

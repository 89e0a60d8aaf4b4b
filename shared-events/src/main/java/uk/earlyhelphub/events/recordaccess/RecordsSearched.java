package uk.earlyhelphub.events.recordaccess;

import java.util.List;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;

/** Somebody searched for people. The words searched for are kept only as keyed tokens. */
public record RecordsSearched(AccessId accessId, List<String> searchedBy, int matches, List<PersonId> found)
        implements RecordAccessEvent {
    public RecordsSearched {
        searchedBy = List.copyOf(searchedBy);
        found = List.copyOf(found);
    }
}

package uk.earlyhelphub.command.handling;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import uk.earlyhelphub.command.connection.DeclaredBefore;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.model.access.FamilyTies;
import uk.earlyhelphub.model.access.ReaderActs;
import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.model.referral.ReferralState;

/** What is known of those who act in person, besides what stands in the stream that they act on. */
public interface Readers extends DeclaredBefore {

    /** What somebody did of late that opens cases to them. */
    ReaderActs acts(Actor actor, Instant at);

    /** What other records say of the people of a case. */
    FamilyTies ties(ReferralState state);

    /** How somebody seems to be close to each of these people. */
    Map<PersonId, Set<ConflictKind>> closeTo(Actor actor, Collection<PersonId> people);

    /** What somebody opened in emergencies of late that is not in their stream of emergencies. */
    Emergencies openedElsewhere(Actor actor, Instant at);
}

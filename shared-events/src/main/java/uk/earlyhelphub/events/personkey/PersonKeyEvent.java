package uk.earlyhelphub.events.personkey;

import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;

/** Everything that can happen to one person's key and must outlive the keys. */
public sealed interface PersonKeyEvent extends HubEvent permits PersonKeyDestroyed {
    PersonId personId();
}

package uk.earlyhelphub.events.personkey;

import uk.earlyhelphub.events.ids.PersonId;

/**
 * The key of a person was destroyed, and with it every sealed text about them, wherever a copy lies. Recorded before it is done,
 * and done again at every start, so that no key that comes back from an old backup opens anything.
 */
public record PersonKeyDestroyed(PersonId personId) implements PersonKeyEvent {}

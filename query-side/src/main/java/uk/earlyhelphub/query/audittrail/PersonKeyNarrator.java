package uk.earlyhelphub.query.audittrail;

import uk.earlyhelphub.events.personkey.PersonKeyDestroyed;
import uk.earlyhelphub.events.personkey.PersonKeyEvent;

/** Tells what happened to the key of a person's sealed texts. */
final class PersonKeyNarrator {
    private PersonKeyNarrator() {}

    static String tell(PersonKeyEvent event) {
        return switch (event) {
            case PersonKeyDestroyed _ -> "The key of a person was destroyed, and with it every sealed text about them.";
        };
    }
}

package uk.earlyhelphub.command.conflict;

import java.util.List;
import uk.earlyhelphub.events.recordaccess.ConflictEvent;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.model.conflict.ConflictState;
import uk.earlyhelphub.platform.commands.Refused;

/** What stands in the way where somebody is close. */
final class ConflictRules {
    private ConflictRules() {}

    /** No reason is good enough; that it was tried is on record with how close they seem. */
    static Refused tooClose(List<ConflictKind> kinds) {
        return new Refused(
                        Refused.Kind.FORBIDDEN,
                        "too-close",
                        "This record seems to be your own or of your family. Somebody else has to take the case.",
                        null)
                .noting(kinds.stream().map(Enum::name).toList());
    }

    /** Holds what happens to a conflict against what may happen when. */
    static void require(ConflictState before, ConflictEvent event) {
        if (!ConflictState.allows(event, before.standing())) {
            throw Refused.conflict("already-reviewed", "This was reviewed already.");
        }
    }
}

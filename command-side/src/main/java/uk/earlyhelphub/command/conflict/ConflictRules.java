package uk.earlyhelphub.command.conflict;

import uk.earlyhelphub.events.recordaccess.ConflictEvent;
import uk.earlyhelphub.model.conflict.ConflictState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Refused;

/** What stands in the way where somebody is close. */
final class ConflictRules {
    private ConflictRules() {}

    /** Holds what happens to a conflict against what may happen when. */
    static void require(ConflictState before, ConflictEvent event) {
        if (!ConflictState.allows(event, before.standing())) {
            throw Refused.by(CommonRule.ALREADY_REVIEWED, "This was reviewed already.");
        }
    }
}

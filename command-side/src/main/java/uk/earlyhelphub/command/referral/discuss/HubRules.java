package uk.earlyhelphub.command.referral.discuss;

import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Refused;

/** What must hold before the Hub may have a case. */
final class HubRules {
    private HubRules() {}

    static void requireHuman(Actor actor) {
        if (actor.role() == Role.SYSTEM) {
            throw Refused.by(
                    CommonRule.HUMAN_DECISION_REQUIRED, "A named person decides about a family, never a system (R38).");
        }
    }
}

package uk.earlyhelphub.command.referral.discuss;

import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;

/** What must hold before the Hub may have a case. */
final class HubRules {
    private HubRules() {}

    static void requireHuman(Actor actor) {
        if (actor.role() == Role.SYSTEM) {
            throw Refused.conflict(
                    "human-decision-required", "A named person decides about a family, never a system (R38).");
        }
    }
}

package uk.earlyhelphub.command.staffaccess;

import java.util.Set;
import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.Routed;

/** What somebody wants done about a colleague's access. */
sealed interface StaffAccessCommand extends Routed permits EndStaffAccess, RestoreStaffAccess {
    Set<Role> MAY = Set.of(Role.MANAGER, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER);

    StaffAccessId accessId();

    String staff();

    StaffAccessEvent decide(boolean ended, Actor actor);

    @Override
    default String routingKey() {
        return accessId().value();
    }

    /** Nobody shuts themselves out, and nobody lets themselves in again. */
    default void requireAnother(Actor actor) {
        if (actor.id().equals(staff())) {
            throw Refused.conflict("not-for-oneself", "Somebody else must end or restore your own access.");
        }
    }
}

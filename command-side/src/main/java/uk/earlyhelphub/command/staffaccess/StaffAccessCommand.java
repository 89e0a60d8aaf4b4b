package uk.earlyhelphub.command.staffaccess;

import java.util.Set;
import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.staffaccess.StaffAccessState;
import uk.earlyhelphub.platform.commands.StreamCommand;

/** What somebody wants done about a colleague's access. */
public sealed interface StaffAccessCommand extends StreamCommand<StaffAccessState, AccessContext>
        permits EndStaffAccess, RestoreStaffAccess {
    Set<Role> MAY = Set.of(Role.MANAGER, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER);

    StaffAccessId accessId();

    @Override
    default String routingKey() {
        return accessId().value();
    }

    @Override
    default Begins begins() {
        return Begins.EITHER;
    }

    @Override
    default boolean mayBeSentBy(Actor actor, StaffAccessState state) {
        return MAY.contains(actor.role());
    }
}

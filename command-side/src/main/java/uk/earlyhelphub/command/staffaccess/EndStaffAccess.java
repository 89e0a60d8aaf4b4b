package uk.earlyhelphub.command.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnd;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;
import uk.earlyhelphub.platform.commands.Refused;

/** End a colleague's access from the next request on. */
record EndStaffAccess(StaffAccessId accessId, String staff, StaffAccessEnd cause) implements StaffAccessCommand {
    @Override
    public StaffAccessEvent decide(boolean ended, Actor actor) {
        requireAnother(actor);
        if (ended) {
            throw Refused.conflict("access-ended-already", "This access has ended already.");
        }
        return new StaffAccessEnded(accessId, staff, actor.organisation(), cause);
    }
}

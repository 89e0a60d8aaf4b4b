package uk.earlyhelphub.command.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnd;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** End a colleague's access from the next request on. */
public record EndStaffAccess(StaffAccessId accessId, String staff, StaffAccessEnd cause) implements StaffAccessCommand {
    @Override
    public Decision decide(AccessContext now) {
        now.requireTheirs(staff);
        if (!now.state().open()) {
            throw Refused.by(StaffAccessRule.ACCESS_ENDED_ALREADY, "This access has ended already.");
        }
        return Decision.of(new StaffAccessEnded(accessId, staff, now.actor().organisation(), cause));
    }
}

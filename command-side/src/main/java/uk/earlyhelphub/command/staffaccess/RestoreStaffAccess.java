package uk.earlyhelphub.command.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.staffaccess.StaffAccessRestored;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Let a colleague use the Hub again. */
public record RestoreStaffAccess(StaffAccessId accessId, String staff) implements StaffAccessCommand {
    @Override
    public Decision decide(AccessContext now) {
        now.requireTheirs(staff);
        if (now.state().open()) {
            throw Refused.by(StaffAccessRule.ACCESS_NOT_ENDED, "This access has not ended.");
        }
        return Decision.of(new StaffAccessRestored(accessId, staff, now.actor().organisation()));
    }
}

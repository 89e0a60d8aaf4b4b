package uk.earlyhelphub.command.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;
import uk.earlyhelphub.events.staffaccess.StaffAccessRestored;
import uk.earlyhelphub.platform.commands.Refused;

/** Let a colleague use the Hub again. */
record RestoreStaffAccess(StaffAccessId accessId, String staff) implements StaffAccessCommand {
    @Override
    public StaffAccessEvent decide(boolean ended, Actor actor) {
        requireAnother(actor);
        if (!ended) {
            throw Refused.conflict("access-not-ended", "This access has not ended.");
        }
        return new StaffAccessRestored(accessId, staff, actor.organisation());
    }
}

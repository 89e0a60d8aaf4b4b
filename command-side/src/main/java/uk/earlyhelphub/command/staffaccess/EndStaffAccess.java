package uk.earlyhelphub.command.staffaccess;

import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnd;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * End a colleague's access from the next request on.
 *
 * <p>An id that never came to the Hub is most likely misspelt, and then whoever is meant would go on working while everybody
 * believes them gone: so it is refused unless the sender says that they know. An account can be stolen or misgiven before its
 * first day, too; with {@code neverSeen} it is shut out before it ever comes.
 *
 * @param neverSeen whether the sender knows that nobody by this id has ever used the Hub
 */
public record EndStaffAccess(StaffAccessId accessId, String staff, StaffAccessEnd cause, boolean neverSeen)
        implements StaffAccessCommand {
    @Override
    public Decision decide(AccessContext now) {
        now.requireTheirs(staff);
        if (!now.state().open()) {
            throw Refused.by(StaffAccessRule.ACCESS_ENDED_ALREADY, "This access has ended already.");
        }
        if (!neverSeen && !now.hasSeen(staff)) {
            throw Refused.by(
                    StaffAccessRule.STAFF_NEVER_SEEN,
                    "staff",
                    "Nobody by this id has ever used the Hub. Check how it is spelt; to shut it out all the same, say so in \"neverSeen\".");
        }
        return Decision.of(new StaffAccessEnded(accessId, staff, now.actor().organisation(), cause));
    }
}

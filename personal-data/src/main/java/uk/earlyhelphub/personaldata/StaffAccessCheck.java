package uk.earlyhelphub.personaldata;

import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.web.AccessCheck;

/** Whether somebody's access was ended, as the history itself has it, so that an end holds from the next request on. */
public final class StaffAccessCheck implements AccessCheck {
    private final EventLog log;

    StaffAccessCheck(EventLog log) {
        this.log = log;
    }

    /** The id of a person's access. */
    public static String accessId(String staff) {
        return Ids.derived("staff-access", staff);
    }

    @Override
    public boolean isOpen(Actor actor) {
        var history = log.ofAggregate(accessId(actor.id()), 0);
        return history.isEmpty() || !(history.getLast().payload() instanceof StaffAccessEnded);
    }
}

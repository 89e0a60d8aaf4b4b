package uk.earlyhelphub.platform.web;

import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
import uk.earlyhelphub.platform.commands.AccessEnded;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.ids.Ids;

/**
 * Asks at every request whether this person may still use the Hub. A token says who somebody is until it expires; that they
 * were dismissed an hour ago it cannot say. The answer comes from the history itself, so it holds from the next request on.
 */
@Component
public final class StaffAccessCheck {
    private final EventLog log;

    StaffAccessCheck(EventLog log) {
        this.log = log;
    }

    /** The id of a person's access. */
    public static String accessId(String staff) {
        return Ids.derived("staff-access", staff);
    }

    boolean isOpen(Actor actor) {
        var history = log.ofAggregate(accessId(actor.id()), 0);
        return history.isEmpty() || !(history.getLast().payload() instanceof StaffAccessEnded);
    }

    void requireOpen(Actor actor) {
        if (!isOpen(actor)) {
            throw new AccessEnded();
        }
    }
}

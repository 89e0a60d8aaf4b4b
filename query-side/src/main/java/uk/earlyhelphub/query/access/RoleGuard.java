package uk.earlyhelphub.query.access;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;

/**
 * Who may ask for a list or a register at all, by their role. Whoever may not is told that there is nothing, and that they tried
 * is on record: a look into the account is no smaller matter than a look into a case.
 */
@Component
public class RoleGuard {
    private final AccessLedger ledger;

    RoleGuard(AccessLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Throws "unknown", on record, unless the caller has one of the roles.
     *
     * @param purpose why it is asked for by those who may
     * @param view what they ask for, e.g. {@code trail}
     */
    public void admit(Caller caller, Purpose purpose, String view, Role... roles) {
        if (!List.of(roles).contains(caller.actor().role())) {
            ledger.refused(Reading.reader(caller, purpose), null, view, RefusedBecause.NOT_THEIR_ROLE);
            throw Refused.unknown();
        }
    }

    /** As {@link #admit}, for a list that is shown: who looked at it, and why, is on record before it is. */
    public LoggedAccess admitToList(Caller caller, Purpose purpose, String view, Role... roles) {
        admit(caller, purpose, view, roles);
        return ledger.searched(Reading.reader(caller, purpose), List.of(view), List.of());
    }
}

package uk.earlyhelphub.query.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.rules.CommonRule;
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

    /**
     * As {@link #admit}, for an address that is the same for everybody: that it is there is no secret, so who may not is told that
     * it is not for their role.
     */
    public void admitToAddress(Caller caller, Purpose purpose, String view, Role... roles) {
        if (!List.of(roles).contains(caller.actor().role())) {
            ledger.refused(Reading.reader(caller, purpose), null, view, RefusedBecause.NOT_THEIR_ROLE);
            throw Refused.by(
                    CommonRule.NOT_FOR_THIS_ROLE,
                    "This is not for the role in which you are signed in: it is for "
                            + Stream.of(roles)
                                    .map(r -> r.name().toLowerCase(Locale.UK).replace('_', ' '))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    /** As {@link #admitToAddress}, for a list that is shown: who looked at it, and why, is on record before it is. */
    public LoggedAccess admitToList(Caller caller, Purpose purpose, String view, Role... roles) {
        admitToAddress(caller, purpose, view, roles);
        return searched(caller, purpose, view);
    }

    /** As {@link #admit}, for one thing that is shown: who looked at it, and why, is on record before it is. */
    public LoggedAccess admitToOne(Caller caller, Purpose purpose, String view, Role... roles) {
        admit(caller, purpose, view, roles);
        return searched(caller, purpose, view);
    }

    private LoggedAccess searched(Caller caller, Purpose purpose, String view) {
        return ledger.searched(Reading.reader(caller, purpose), List.of(view), List.of());
    }
}

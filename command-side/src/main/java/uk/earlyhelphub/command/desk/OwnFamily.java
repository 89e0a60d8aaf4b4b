package uk.earlyhelphub.command.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.state.ReferralState;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Caller;

/** Nobody decides in their own case or in that of somebody whom they declared to be family; what they tried is on record. */
@Component
class OwnFamily {
    private final EventLog log;
    private final Colleagues colleagues;
    private final AccessLedger ledger;

    OwnFamily(EventLog log, Colleagues colleagues, AccessLedger ledger) {
        this.log = log;
        this.colleagues = colleagues;
        this.ledger = ledger;
    }

    /**
     * Throws a broken rule, on record, if the caller seems to be a person of the case or of their family. A command that is not
     * theirs to send passes: it is refused in words from which nobody learns that there is such a case.
     */
    void requireSomebodyElse(Caller caller, Purpose purpose, ReferralCommand command) {
        var referral = command.referralId();
        var history = log.ofAggregate(referral.value(), 0).stream()
                .map(e -> (ReferralEvent) e.payload())
                .toList();
        if (history.isEmpty()) {
            return;
        }
        var state = ReferralState.of(history);
        if (!command.mayBeSentBy(caller.actor(), state)) {
            return;
        }
        var people = state.household().people().stream().map(p -> p.personId()).toList();
        var kinds = List.copyOf(colleagues.conflicts(caller.actor().id(), people));
        if (kinds.stream().anyMatch(ConflictKind::barsForGood)) {
            var reader = new AccessLedger.Reader(caller.actor(), purpose, caller.correlationId());
            ledger.conflictNoticed(reader, referral, command.getClass().getSimpleName(), kinds);
            throw Colleagues.tooClose();
        }
    }
}

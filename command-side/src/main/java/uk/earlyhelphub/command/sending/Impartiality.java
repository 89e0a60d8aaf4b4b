package uk.earlyhelphub.command.sending;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.commands.Commands;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Caller;

/**
 * Nobody acts in their own case, in that of somebody whom they declared to be family, or in one in which they declared an
 * interest; what they tried is on record.
 */
@Component
class Impartiality {
    private final EventLog log;
    private final Colleagues colleagues;
    private final AccessLedger ledger;
    private final Commands commands;

    Impartiality(EventLog log, Colleagues colleagues, AccessLedger ledger, Commands commands) {
        this.commands = commands;
        this.log = log;
        this.colleagues = colleagues;
        this.ledger = ledger;
    }

    /**
     * Throws a broken rule, on record, if somebody else has to do this. A command that is not the caller's to send passes: it is
     * refused in words from which nobody learns that there is such a case. One that had its effect before passes, too: it gets the
     * answer that it got then.
     */
    void require(Caller caller, Purpose purpose, ReferralCommand command) {
        var history = log.ofAggregate(command.referralId().value(), 0).stream()
                .map(e -> (ReferralEvent) e.payload())
                .toList();
        if (history.isEmpty()) {
            return;
        }
        var state = ReferralState.of(history);
        if (!command.mayBeSentBy(caller.actor(), state)) {
            return;
        }
        var reader = new AccessLedger.Reader(caller.actor(), purpose, caller.correlationId());
        var what = command.getClass().getSimpleName();
        var interested = declaredInterest(caller, command, state);
        var people = state.household().people().stream().map(p -> p.personId()).toList();
        var kinds = List.copyOf(colleagues.conflicts(caller.actor().id(), people));
        var tooClose = kinds.stream().anyMatch(ConflictKind::barsForGood);
        if (!interested && !tooClose || commands.wasDone(caller.commandId())) {
            return;
        }
        if (interested) {
            ledger.refused(reader, command.referralId(), what, RefusedBecause.INTEREST_DECLARED);
            throw Refused.conflict(
                    "interest-declared", "You declared an interest in this case; somebody else has to act on it.");
        }
        ledger.conflictNoticed(reader, command.referralId(), what, kinds);
        throw Colleagues.tooClose();
    }

    /** At any meeting on whose agenda the case stands or stood. */
    private boolean declaredInterest(Caller caller, ReferralCommand command, ReferralState state) {
        var hub = state.hub();
        return Stream.of(
                        Stream.ofNullable(hub.agenda()),
                        hub.discussions().stream().map(DiscussedAtHub::meetingId),
                        hub.removals().stream().map(TakenOffAgenda::meetingId))
                .flatMap(meetings -> meetings)
                .filter(Objects::nonNull)
                .map(MeetingId::value)
                .distinct()
                .flatMap(meeting -> log.ofAggregate(meeting, 0).stream())
                .anyMatch(e -> e.payload() instanceof InterestDeclared declared
                        && declared.referralId().equals(command.referralId())
                        && declared.member().equals(caller.actor().id()));
    }
}

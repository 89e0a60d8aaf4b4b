package uk.earlyhelphub.command.handling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.hubmeeting.HubMeetings;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.AccessDecision.Granted;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.model.access.ReaderFacts;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.AlsoWhenShutOut;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamCommand;
import uk.earlyhelphub.platform.commands.StreamCommand.Begins;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.commands.StreamDefinition.Sight;
import uk.earlyhelphub.platform.commands.Urgent;
import uk.earlyhelphub.platform.engine.EventLog;

/**
 * Nobody acts on a case that they could not read: not in their own, nor in that of somebody whom they declared to be family, nor in one
 * in which they declared an interest, nor, without a reason, in that of somebody close; what they tried is on record. An emergency lets
 * people read, not act. It is asked on the folded case, once it is known that the command is the sender's to send: of everybody else's
 * case they learn nothing.
 */
@Component
class Impartiality implements Guard<ReferralState, DecisionContext> {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> REASONS = List.of("RecordAccess.ConflictReasonGiven");

    private final Colleagues colleagues;
    private final Readers readers;
    private final EventLog log;
    private final Ages ages;

    Impartiality(Colleagues colleagues, Readers readers, EventLog log, Vault vault) {
        this.colleagues = colleagues;
        this.readers = readers;
        this.log = log;
        this.ages = vault::ageOn;
    }

    @Override
    public Sight require(StreamCommand<ReferralState, DecisionContext> command, CommandContext<ReferralState> context) {
        // The Hub's own clock is close to nobody, and of a case that only begins nobody could have read.
        if (context.actor().role() == Role.SYSTEM
                || command.begins() == Begins.YES
                || !(command instanceof ReferralCommand about)) {
            return Sight.FULL;
        }
        var facts = facts(context);
        return switch (about.sees(sender(context, facts), facts)) {
            case Granted granted -> granted.right().opensTheCase() ? Sight.FULL : Sight.NONE;
            case Denied denied -> withoutReading(command, denied);
        };
    }

    private static Sight withoutReading(StreamCommand<ReferralState, DecisionContext> command, Denied denied) {
        var kinds = denied.kinds().stream().map(ConflictKind::name).toList();
        return switch (denied.denial()) {
            case TOO_CLOSE -> throw Colleagues.tooClose().noting(kinds);
            case TOO_CLOSE_UNSEEN -> throw Refused.unknown().noting(kinds);
            case INTEREST_DECLARED ->
                throw Refused.by(
                        CommonRule.INTEREST_DECLARED,
                        "An interest in this case is declared for you; somebody else has to act on it.");
            case REASON_NEEDED -> {
                if (command instanceof Urgent urgent && urgent.conflictNoted()) {
                    yield Sight.FULL;
                }
                throw Colleagues.reasonNeeded().noting(kinds);
            }
            case NO_TIE, SHARING_ENDED, AGENCY_EXCLUDED, OFFICE_SEES_NO_CASES, STAFF_ACCESS_ENDED -> {
                if (command instanceof AlsoWhenShutOut) {
                    yield Sight.NONE;
                }
                throw Refused.unknown();
            }
        };
    }

    private ReaderFacts sender(CommandContext<ReferralState> context, CaseFacts facts) {
        var actor = context.actor();
        var close = colleagues.closeTo(actor.id(), AccessPolicy.everybodyConcerned(facts));
        return new ReaderFacts(actor, false, close, !close.isEmpty() && reasonGiven(context), false);
    }

    /** Whether the sender said this day why they open the case. */
    private boolean reasonGiven(CommandContext<ReferralState> context) {
        var id = context.state().intake().arrival().referralId();
        var midnight =
                LocalDate.ofInstant(context.at(), LONDON).atStartOfDay(LONDON).toInstant();
        return log.ofTypesBy(REASONS, context.actor().id(), midnight).stream()
                .anyMatch(event -> event.payload() instanceof ConflictReasonGiven given
                        && given.referralId().equals(id));
    }

    private CaseFacts facts(CommandContext<ReferralState> context) {
        var meetings = new HashMap<MeetingId, HubMeetingState>();
        AccessPolicy.meetingsOf(context.state())
                .forEach(id -> context.others()
                        .glance(HubMeetings.STREAM, id.value())
                        .ifPresent(meeting -> meetings.put(id, meeting)));
        return new CaseFacts(context.state(), meetings, readers.ties(context.state()), context.at(), ages);
    }
}

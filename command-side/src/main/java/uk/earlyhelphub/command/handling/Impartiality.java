package uk.earlyhelphub.command.handling;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.command.hubmeeting.HubMeetings;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.TakenOffAgenda;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamCommand;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;

/**
 * Nobody acts in their own case, in that of somebody whom they declared to be family, or in one in which they declared an
 * interest; what they tried is on record. It is asked on the folded case, once it is known that the command is the sender's to
 * send: of everybody else's case they learn nothing.
 */
@Component
class Impartiality implements Guard<ReferralState, DecisionContext> {
    private final Colleagues colleagues;

    Impartiality(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @Override
    public void require(StreamCommand<ReferralState, DecisionContext> command, CommandContext<ReferralState> context) {
        var actor = context.actor();
        // The Hub's own clock is close to nobody.
        if (actor.role() == Role.SYSTEM) {
            return;
        }
        if (declaredInterest(context)) {
            throw Refused.by(
                    CommonRule.INTEREST_DECLARED,
                    "An interest in this case is declared for you; somebody else has to act on it.");
        }
        var people = context.state().household().people().stream()
                .map(p -> p.personId())
                .toList();
        var kinds = colleagues.closeTo(actor.id(), people).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
        if (kinds.stream().anyMatch(ConflictKind::barsForGood)) {
            throw Colleagues.tooClose().noting(kinds.stream().map(Enum::name).toList());
        }
    }

    /** At any meeting on whose agenda the case stands or stood. */
    private static boolean declaredInterest(CommandContext<ReferralState> context) {
        var state = context.state();
        var hub = state.hub();
        return Stream.of(
                        Stream.ofNullable(hub.agenda()),
                        hub.discussions().stream().map(DiscussedAtHub::meetingId),
                        hub.removals().stream().map(TakenOffAgenda::meetingId))
                .flatMap(meetings -> meetings)
                .filter(Objects::nonNull)
                .map(MeetingId::value)
                .distinct()
                .flatMap(meeting -> context.others().glance(HubMeetings.STREAM, meeting).stream())
                .anyMatch(meeting -> meeting.hasInterest(
                        context.actor().id(), state.intake().arrival().referralId()));
    }
}

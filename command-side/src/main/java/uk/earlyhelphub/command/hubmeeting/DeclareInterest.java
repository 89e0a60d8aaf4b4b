package uk.earlyhelphub.command.hubmeeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Fold;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamDefinition;
import uk.earlyhelphub.platform.commands.StreamDefinition.Guard;
import uk.earlyhelphub.platform.commands.StreamDefinition.Transition;

/**
 * Declare an interest in a case: its record stays shut to that member, who takes no part in the decision. It is declared for
 * oneself; for a member who did not, the chair of the meeting can, and says why.
 *
 * @param reason why the chair declares it for somebody else
 */
public record DeclareInterest(
        MeetingId meetingId,
        ReferralId referralId,
        String member,
        InterestNature nature,
        @Nullable ProtectedText reason)
        implements MeetingCommand {
    /** A case as it stands; nothing is done to it here. */
    private static final StreamDefinition<ReferralEvent, ReferralState, ReferralState> CASE = new StreamDefinition<>(
            "Referral",
            ReferralEvent.class,
            event -> event.referralId().value(),
            ReferralState.NONE,
            Fold.ofEvents(ReferralState::after),
            (actor, state) -> false,
            Transition.whatIsDecided(),
            Guard.none(),
            CommandContext::state,
            List.of());

    @Override
    public boolean mayBeSentBy(Actor actor, HubMeetingState meeting) {
        return meeting.isMember(actor.id()) || MeetingCommand.super.mayBeSentBy(actor, meeting);
    }

    @Override
    public Decision decide(CommandContext<HubMeetingState> now) {
        var meeting = now.state();
        MeetingCommand.requireOpen(meeting);
        if (!meeting.isMember(member)) {
            throw Refused.by(HubMeetingRule.NOT_A_MEMBER, "member", "This person was not called to this meeting.");
        }
        if (!meeting.items().contains(referralId) || !mayKnowOfIt(now)) {
            throw Refused.by(HubMeetingRule.NOT_ON_AGENDA, "referralId", "This referral is not on the agenda.");
        }
        return member.equals(now.actor().id())
                ? Decision.of(new InterestDeclared(meetingId, referralId, member, nature))
                : Decision.of(forMember(now));
    }

    /**
     * The team of the meeting knows its agenda; everybody else knows what is published, without what the family keeps from their
     * organisation. Of the rest they are told as of what is not there.
     */
    private boolean mayKnowOfIt(CommandContext<HubMeetingState> now) {
        var meeting = now.state();
        return meeting.call().team().equals(now.actor().team())
                || meeting.published()
                        && now.others()
                                .glance(CASE, referralId.value())
                                .filter(state -> !AccessPolicy.isExcluded(now.actor(), state))
                                .isPresent();
    }

    private InterestDeclaredForMember forMember(CommandContext<HubMeetingState> now) {
        if (!now.state().call().chair().equals(now.actor().id())) {
            throw Refused.by(
                    HubMeetingRule.INTEREST_OF_ANOTHER,
                    "member",
                    "An interest is declared for oneself; for somebody else only the chair of this meeting can.");
        }
        var why = reason;
        if (why == null) {
            throw Refused.by(CommonRule.REASON_REQUIRED, "reason", "Say why you declare this for somebody else.");
        }
        return new InterestDeclaredForMember(meetingId, referralId, member, nature, why);
    }
}

package uk.earlyhelphub.command.hubmeeting;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

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
        if (!meeting.items().contains(referralId)) {
            throw Refused.by(HubMeetingRule.NOT_ON_AGENDA, "referralId", "This referral is not on the agenda.");
        }
        return member.equals(now.actor().id())
                ? Decision.of(new InterestDeclared(meetingId, referralId, member, nature))
                : Decision.of(forMember(now));
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

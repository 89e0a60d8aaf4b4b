package uk.earlyhelphub.command.hubmeeting;

import java.time.LocalDate;
import java.util.List;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.Refused;

/** Declare an interest in a case: its record stays shut to that member, who takes no part in the decision. */
record DeclareInterest(MeetingId meetingId, ReferralId referralId, String member, InterestNature nature)
        implements MeetingCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, HubMeetingState meeting) {
        return meeting.isMember(actor.id()) || MeetingCommand.super.mayBeSentBy(actor, meeting);
    }

    @Override
    public List<HubEvent> decide(HubMeetingState meeting, Actor actor, LocalDate today) {
        MeetingCommand.requireOpen(meeting);
        if (!meeting.isMember(member)) {
            throw Refused.invalid("member", "not-a-member", "This person was not called to this meeting.");
        }
        if (!meeting.items().contains(referralId)) {
            throw Refused.invalid("referralId", "not-on-agenda", "This referral is not on the agenda.");
        }
        return List.of(new InterestDeclared(meetingId, referralId, member, nature));
    }
}

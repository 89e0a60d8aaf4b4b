package uk.earlyhelphub.command.hubmeeting;

import uk.earlyhelphub.events.hubmeeting.InterestDeclarationCorrected;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Put right that somebody was said to have an interest in a case and has none. Whoever runs the team's meetings does it, during
 * the meeting or after it, and never for themselves: nobody lifts a bar from themselves.
 */
public record CorrectInterestDeclaration(
        MeetingId meetingId, ReferralId referralId, String member, ProtectedText reason) implements MeetingCommand {
    @Override
    public Decision decide(CommandContext<HubMeetingState> now) {
        if (member.equals(now.actor().id())) {
            throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must put this right for you.");
        }
        if (!now.state().hasInterest(member, referralId)) {
            throw Refused.by(
                    HubMeetingRule.NO_SUCH_DECLARATION, "No interest of this member in this case is on record.");
        }
        return Decision.of(new InterestDeclarationCorrected(meetingId, referralId, member, reason));
    }
}

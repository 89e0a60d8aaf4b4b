package uk.earlyhelphub.command.referral.discuss;

import java.util.List;
import uk.earlyhelphub.command.hubmeeting.HubMeetingRule;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.DiscussionId;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.Dissent;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.Option;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Record what the Hub meeting discussed and decided about the referral. */
public record DiscussAtHub(
        ReferralId referralId,
        DiscussionId discussionId,
        MeetingId meetingId,
        List<Option> options,
        HubDecision decision,
        ProtectedText rationale,
        List<Dissent> dissent)
        implements ReferralCommand {
    @Override
    public boolean mayBeSentBy(Actor actor, ReferralState state) {
        return actor.role() == Role.HUB_CHAIR && ReferralCommand.worksFor(actor, state);
    }

    @Override
    public Decision decide(DecisionContext now) {
        HubRules.requireHuman(now.actor());
        now.requireConsent(
                ConsentPurpose.DISCUSS_AT_HUB, List.of(now.state().intake().child()));
        var meeting = now.meetings().apply(meetingId);
        requireSitting(now, meeting);
        if (options.stream().noneMatch(o -> o.decision() == decision)) {
            throw Refused.by(
                    DiscussionRule.DECISION_NOT_AMONG_OPTIONS,
                    "options",
                    "The decision must be one of the options weighed.");
        }
        for (var dissenting : dissent) {
            if (!meeting.present().contains(dissenting.member())) {
                throw Refused.by(
                        DiscussionRule.DISSENT_NOT_PRESENT, "dissent", "Only somebody who was present can dissent.");
            }
        }
        var earlier = now.state().hub().latest();
        return Decision.of(
                new DiscussedAtHub(
                        referralId,
                        discussionId,
                        meetingId,
                        meeting.call().meetsOn(),
                        meeting.present().stream()
                                .filter(m -> !meeting.hasInterest(m, referralId))
                                .toList(),
                        options,
                        decision,
                        rationale,
                        dissent,
                        now.actor().id(),
                        earlier == null ? null : earlier.discussionId()),
                new AgendaItemRemoved(meetingId, referralId, AgendaRemoval.DISCUSSED, false));
    }

    private void requireSitting(DecisionContext now, HubMeetingState meeting) {
        if (!meetingId.equals(now.state().hub().agenda()) || !meeting.items().contains(referralId)) {
            throw Refused.by(HubMeetingRule.NOT_ON_AGENDA, "The referral is not on the agenda of this Hub meeting.");
        }
        if (!meeting.published() || meeting.present().isEmpty()) {
            throw Refused.by(
                    HubMeetingRule.MEETING_NOT_SITTING,
                    "Publish the agenda and record who is present before a decision is recorded.");
        }
        if (meeting.call().meetsOn().isAfter(now.today())) {
            throw Refused.by(DiscussionRule.MEETING_AHEAD, "This Hub meeting has not taken place yet.");
        }
        if (meeting.hasInterest(now.actor().id(), referralId)) {
            throw Refused.by(
                    CommonRule.INTEREST_DECLARED, "You declared an interest in this case; somebody else chairs it.");
        }
        if (!meeting.present().contains(now.actor().id())) {
            throw Refused.by(
                    DiscussionRule.CHAIR_NOT_PRESENT, "Only somebody recorded as present can record the decision.");
        }
    }
}

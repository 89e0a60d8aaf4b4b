package uk.earlyhelphub.command.hubmeeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.Member;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Call a Hub meeting. */
public record ScheduleHubMeeting(
        MeetingId meetingId,
        String team,
        LocalDate meetsOn,
        LocalTime startsAt,
        String place,
        String chair,
        List<Member> members)
        implements MeetingCommand {
    @Override
    public Begins begins() {
        return Begins.YES;
    }

    @Override
    public boolean mayBeSentBy(Actor actor, HubMeetingState state) {
        return MeetingCommand.runs(actor, team);
    }

    @Override
    public Decision decide(CommandContext<HubMeetingState> now) {
        if (meetsOn.isBefore(now.today())) {
            throw Refused.by(CommonRule.DATE_PAST, "meetsOn", "A meeting cannot be called for a past date.");
        }
        return Decision.of(new HubMeetingScheduled(meetingId, team, meetsOn, startsAt, place, chair, members));
    }
}

package uk.earlyhelphub.command.hubmeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Repository;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.platform.commands.Refused;

/** Carries out commands about Hub meetings, with what they change in the referrals on the agenda, all or nothing. */
public final class MeetingCommandHandler {
    private static final List<Class<? extends MeetingCommand>> COMMANDS = List.of(
            ScheduleHubMeeting.class,
            PublishAgenda.class,
            RecordAttendance.class,
            DeclareInterest.class,
            HoldHubMeeting.class,
            CancelHubMeeting.class);

    private final Repository<HubMeeting> meetings;
    private final Consumer<ReferralEvent> referrals;
    private final Clock clock;

    /** @param referrals records an event on the referral it belongs to */
    public MeetingCommandHandler(Repository<HubMeeting> meetings, Consumer<ReferralEvent> referrals, Clock clock) {
        this.meetings = meetings;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** Takes the commands about meetings from the bus. */
    public void subscribe(CommandBus bus) {
        COMMANDS.forEach(command -> bus.subscribe(command.getName(), message -> {
            handle(message);
            return null;
        }));
    }

    private void handle(CommandMessage<?> message) throws Exception {
        var command = (MeetingCommand) message.getPayload();
        var actor = Actor.from(message.getMetaData());
        var begins = command instanceof ScheduleHubMeeting;
        var existing = begins ? null : meetings.load(command.meetingId().value());
        var state =
                existing == null ? HubMeetingState.NONE : Objects.requireNonNull(existing.invoke(HubMeeting::state));
        if (!command.mayBeSentBy(actor, state)) {
            throw Refused.unknown();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        var events = command.decide(state, actor, today);
        var target = existing == null ? meetings.newInstance(HubMeeting::new) : existing;
        for (var event : events) {
            switch (event) {
                case HubMeetingEvent e -> target.execute(m -> m.happens(e));
                case ReferralEvent e -> referrals.accept(e);
                default -> throw new IllegalStateException(event.getClass() + " does not follow from a meeting");
            }
        }
    }
}

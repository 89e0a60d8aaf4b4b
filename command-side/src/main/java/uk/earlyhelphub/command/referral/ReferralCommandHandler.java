package uk.earlyhelphub.command.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.hubmeeting.HubMeeting;
import uk.earlyhelphub.command.serviceoffer.ServiceOffer;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralLifecycle;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandEnvelope;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.Refused.Kind;

/**
 * Carries out every command about a referral in the same five steps: find it, check that it is the sender's to act on, check
 * the version the sender has seen, let the command decide, and check each event against the one table of what may happen when.
 */
public final class ReferralCommandHandler {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Repository<Referral> referrals;
    private final Repository<HubMeeting> meetings;
    private final Repository<ServiceOffer> offers;
    private final Clock clock;
    private final WorkingDays calendar;
    private final Function<PersonId, Boolean> ages;

    ReferralCommandHandler(
            Repository<Referral> referrals,
            Repository<HubMeeting> meetings,
            Repository<ServiceOffer> offers,
            Clock clock,
            WorkingDays calendar,
            Function<PersonId, Boolean> ages) {
        this.referrals = referrals;
        this.meetings = meetings;
        this.offers = offers;
        this.clock = clock;
        this.calendar = calendar;
        this.ages = ages;
    }

    void subscribe(CommandBus bus, List<Class<? extends ReferralCommand>> commands) {
        commands.forEach(command -> bus.subscribe(command.getName(), message -> handle(message)));
    }

    private @Nullable Object handle(CommandMessage<?> message) throws Exception {
        var command = (ReferralCommand) message.getPayload();
        var actor = Actor.from(message.getMetaData());
        var existing = existing(command);
        var state = existing == null ? ReferralState.NONE : existing.invoke(Referral::state);
        if (!command.mayBeSentBy(actor, state)) {
            throw Refused.unknown();
        }
        requireVersion((String) message.getMetaData().get(CommandEnvelope.EXPECTED_VERSION), state.version());
        var today = LocalDate.ofInstant(clock.instant(), LONDON);
        var decision =
                command.decide(new DecisionContext(state, actor, today, calendar, this::meeting, this::offer, ages));
        requireLegal(decision, state, today);
        var target = existing == null ? referrals.newInstance(Referral::new) : existing;
        decision.events().forEach(event -> happens(event, target));
        return decision.refusal();
    }

    private @Nullable Aggregate<Referral> existing(ReferralCommand command) throws Exception {
        if (command instanceof BeginsReferral) {
            try {
                referrals.load(command.referralId().value());
            } catch (AggregateNotFoundException _) {
                return null;
            }
            throw Refused.conflict("changed-meanwhile", "This referral was received already.");
        }
        return referrals.load(command.referralId().value());
    }

    /** Marks the one command that needs no referral to be there. */
    public interface BeginsReferral {}

    private static void requireVersion(@Nullable String expected, long actual) {
        if (expected != null && Long.parseLong(expected) != actual) {
            throw new Refused(
                    Kind.STALE,
                    "version-is-stale",
                    "The referral has moved on to version " + actual + ". Read it again before you act.",
                    null);
        }
    }

    static void requireLegal(Decision decision, ReferralState before, LocalDate today) {
        var state = before;
        for (var event : decision.events()) {
            if (event instanceof ReferralEvent referralEvent) {
                var status = state.status(today);
                if (state.version() >= 0 && !ReferralLifecycle.allows(referralEvent.getClass(), status)) {
                    throw Refused.conflict(
                            "not-in-this-status",
                            "This cannot be done while the referral is " + words(status.name())
                                    + ". It can be done while it is "
                                    + String.join(
                                            ", ",
                                            ReferralLifecycle.statusesFor(referralEvent.getClass()).stream()
                                                    .map(s -> words(s.name()))
                                                    .toList())
                                    + ".");
                }
                state = state.after(referralEvent);
            }
        }
    }

    private static String words(String name) {
        return name.toLowerCase(java.util.Locale.UK).replace('_', ' ');
    }

    private void happens(HubEvent event, Aggregate<Referral> target) {
        switch (event) {
            case ReferralEvent e -> target.execute(r -> r.happens(e));
            case HubMeetingEvent e -> meetings.load(e.meetingId().value()).execute(m -> m.happens(e));
            case ServiceOfferEvent e -> offers.load(e.offerId().value()).execute(o -> o.happens(e));
            default -> throw new IllegalStateException(event.getClass() + " does not follow from a referral");
        }
    }

    private HubMeetingState meeting(MeetingId id) {
        try {
            return Objects.requireNonNull(meetings.load(id.value()).invoke(HubMeeting::state));
        } catch (AggregateNotFoundException _) {
            throw Refused.invalid("meetingId", "no-such-meeting", "There is no such Hub meeting.");
        }
    }

    private ServiceOfferState offer(OfferId id) {
        try {
            return Objects.requireNonNull(offers.load(id.value()).invoke(ServiceOffer::state));
        } catch (AggregateNotFoundException _) {
            throw Refused.invalid("offerId", "no-such-service", "There is no such service in the directory.");
        }
    }
}

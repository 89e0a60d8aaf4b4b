package uk.earlyhelphub.standalone;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.hubmeeting.MeetingApi;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.AttendanceForm;
import uk.earlyhelphub.api.referral.AllocationApi;
import uk.earlyhelphub.api.referral.AllocationApi.AcceptanceForm;
import uk.earlyhelphub.api.referral.AllocationApi.AllocationForm;
import uk.earlyhelphub.api.referral.AllocationApi.DeclineForm;
import uk.earlyhelphub.api.referral.AllocationApi.EndForm;
import uk.earlyhelphub.api.referral.AllocationApi.StartForm;
import uk.earlyhelphub.api.referral.ClarifyingApi;
import uk.earlyhelphub.api.referral.ClarifyingApi.ReturnForm;
import uk.earlyhelphub.api.referral.ClosingApi;
import uk.earlyhelphub.api.referral.ClosingApi.ClosureForm;
import uk.earlyhelphub.api.referral.ClosingApi.InformForm;
import uk.earlyhelphub.api.referral.ConsentApi;
import uk.earlyhelphub.api.referral.ConsentApi.RequestForm;
import uk.earlyhelphub.api.referral.DiscussionApi;
import uk.earlyhelphub.api.referral.DiscussionApi.AgendaForm;
import uk.earlyhelphub.api.referral.HandoverApi;
import uk.earlyhelphub.api.referral.HandoverApi.HandoverForm;
import uk.earlyhelphub.api.referral.SharingApi;
import uk.earlyhelphub.api.referral.TriageApi;
import uk.earlyhelphub.api.referral.TriageApi.TriageForm;
import uk.earlyhelphub.api.serviceoffer.ServiceOfferApi;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ServiceOutcome;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;

/**
 * Lives through nine weeks of an invented Hub, once, by the same requests that people would send, with the typed client. Sixty families end up
 * across every status; two Hub meetings are past and one is to come.
 */
@Component
@ConditionalOnBean(DemoClock.class)
class DemoHub {
    private static final Logger LOG = LoggerFactory.getLogger(DemoHub.class);
    private static final int FAMILIES = 60;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final DemoClock clock;
    private final EventLog log;
    private final Environment environment;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, DemoRequests.Family> cases = new HashMap<>();
    private @Nullable DemoRequests requests;

    DemoHub(DemoClock clock, EventLog log, Environment environment) {
        this.clock = clock;
        this.log = log;
        this.environment = environment;
    }

    private record Step(Instant at, Runnable act) {}

    @EventListener
    void liveThroughNineWeeks(ApplicationReadyEvent ready) {
        if (!log.head().equals(EventPosition.START)) {
            return;
        }
        requests = new DemoRequests(URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port")));
        LOG.info("Making a synthetic demo hub of {} invented families; this takes about half a minute", FAMILIES);
        try {
            plan(LocalDate.ofInstant(clock.instant(), LONDON));
            steps.sort(Comparator.comparing(Step::at));
            for (var step : steps) {
                clock.livesAt(step.at());
                step.act().run();
            }
        } finally {
            clock.isRealFromNowOn();
        }
    }

    private void plan(LocalDate today) {
        var services = new String[2];
        at(today.minusDays(63), 9, () -> {
            services[0] = service("Mornings Together", "family-action");
            services[1] = service("Bright Mornings", "bright-paths");
        });
        var meetings = new String[3];
        var dates = List.of(
                today.minusDays(21),
                today.minusDays(7),
                today.plusDays(7 - today.getDayOfWeek().getValue() + 3L));
        for (int m = 0; m < 3; m++) {
            var number = m;
            at(today.minusDays(62), 10, () -> meetings[number] = meeting(dates.get(number)));
        }
        for (int n = 0; n < FAMILIES; n++) {
            family(n, today, dates, meetings, services);
        }
        for (int m = 0; m < 2; m++) {
            var number = m;
            at(dates.get(m), 9, () -> {
                var hub = as("carol", MeetingApi.class);
                hub.publish(meetings[number], once());
                hub.attendance(
                        meetings[number],
                        once(),
                        new AttendanceForm(List.of("carol", "maya", "school-nurse"), List.of("housing-officer")));
            });
            at(dates.get(m), 13, () -> as("carol", MeetingApi.class).held(meetings[number], once()));
        }
    }

    /** Fourteen ways a case can stand; each family goes as far as its number says. */
    private void family(int n, LocalDate today, List<LocalDate> dates, String[] meetings, String[] services) {
        var stage = n % 14;
        var past = stage >= 6;
        var first = n % 2 == 0;
        var arrived = past ? today.minusDays((first ? 26 : 12) + n % 12L) : today.minusDays(2 + n % 11L);
        at(arrived, 10, () -> cases.put(n, requests().receive("amy", n, arrived)));
        if (stage == 1) {
            var missing = new ReturnForm(List.of("dateOfBirth", "gp"), null, today.plusDays(5));
            at(arrived.plusDays(1), 9, () -> as("amy", ClarifyingApi.class).ask(id(n), once(), missing));
        }
        if (stage == 2) {
            at(
                    arrived.plusDays(1),
                    9,
                    () -> as("amy", ConsentApi.class)
                            .request(
                                    id(n),
                                    once(),
                                    new RequestForm(
                                            child(n),
                                            List.of(ConsentPurpose.DISCUSS_AT_HUB),
                                            arrived.plusDays(1),
                                            today.plusDays(9))));
        }
        if (stage == 11) {
            var reason = new HandoverForm("What was said at home needs a social worker.");
            at(arrived.plusDays(2), 9, () -> as("amy", HandoverApi.class).stepUp(id(n), once(), reason));
            return;
        }
        if (stage >= 3) {
            at(
                    arrived.plusDays(1),
                    11,
                    () -> as("amy", ConsentApi.class)
                            .give(id(n), once(), DemoFamilies.consent(known(n), arrived.plusDays(1), today)));
        }
        if (stage >= 4) {
            var level = new TriageForm(
                    LevelOfNeed.ADDITIONAL, "One service can meet what the family asks for.", arrived.plusDays(1));
            at(arrived.plusDays(1), 12, () -> as("amy", TriageApi.class).triage(id(n), once(), level));
        }
        if (stage == 5) {
            at(today.minusDays(1), 15, () -> putOnAgenda(n, meetings[2]));
        }
        if (past) {
            var m = first ? 0 : 1;
            at(dates.get(m).minusDays(1), 15, () -> putOnAgenda(n, meetings[m]));
            at(
                    dates.get(m),
                    10,
                    () -> as("carol", DiscussionApi.class)
                            .discuss(id(n), once(), DemoFamilies.discussion(meetings[m])));
        }
        if (stage >= 7) {
            at(
                    dates.get(first ? 0 : 1),
                    14,
                    () -> afterTheMeeting(
                            n, stage, dates.get(first ? 0 : 1), services[first ? 0 : 1], first ? "pat" : "rosa"));
        }
    }

    private void afterTheMeeting(int n, int stage, LocalDate day, String service, String provider) {
        var form = new AllocationForm(service, List.of(child(n)), day.plusDays(30), null);
        var allocation = made(as("amy", AllocationApi.class).allocate(id(n), once(), form));
        var theirs = as(provider, AllocationApi.class);
        if (stage == 13) {
            theirs.decline(
                    id(n),
                    allocation,
                    once(),
                    new DeclineForm(DeclineReason.NO_CAPACITY, "No worker is free this term."));
        } else if (stage >= 8) {
            theirs.accept(id(n), allocation, once(), new AcceptanceForm("A. Worker"));
        }
        if (stage == 9 || stage == 10 || stage == 12) {
            theirs.start(id(n), allocation, once(), new StartForm(day));
            as("amy", SharingApi.class).share(id(n), once(), DemoFamilies.sharing(child(n), day.plusDays(120)));
        }
        if (stage == 10 || stage == 12) {
            theirs.end(id(n), allocation, once(), new EndForm(ServiceOutcome.NEEDS_MET, null, day));
        }
        if (stage == 12) {
            var closing = as("amy", ClosingApi.class);
            closing.inform(
                    id(n), once(), new InformForm(InformMethod.EMAIL, "Help was given and has ended well.", day));
            closing.close(id(n), once(), new ClosureForm(ClosureReason.NEEDS_MET, null));
        }
    }

    private void at(LocalDate day, int hour, Runnable act) {
        steps.add(new Step(
                day.atTime(LocalTime.of(hour, 0))
                        .plusSeconds(steps.size())
                        .atZone(LONDON)
                        .toInstant(),
                act));
    }

    private void putOnAgenda(int n, String meeting) {
        as("amy", DiscussionApi.class).putOnAgenda(id(n), once(), new AgendaForm(meeting));
    }

    private String service(String name, String provider) {
        return made(as("maya", ServiceOfferApi.class).register(once(), DemoFamilies.service(name, provider)));
    }

    private String meeting(LocalDate day) {
        return made(as("carol", MeetingApi.class).schedule(once(), DemoFamilies.meeting(day)));
    }

    private DemoRequests.Family known(int n) {
        var found = cases.get(n);
        if (found == null) {
            throw new IllegalStateException("Family " + n + " has not arrived yet");
        }
        return found;
    }

    private String id(int n) {
        return known(n).referral();
    }

    private String child(int n) {
        return known(n).child();
    }

    private <A> A as(String who, Class<A> room) {
        return requests().as(who).api(room);
    }

    private DemoRequests requests() {
        if (requests == null) {
            throw new IllegalStateException("The demo has not begun");
        }
        return requests;
    }

    /** Nothing of this is ever sent a second time. */
    private static CommandHeaders once() {
        return CommandHeaders.none();
    }

    private static String made(ResponseEntity<Reply> answer) {
        return Objects.requireNonNull(answer.getBody()).id();
    }
}

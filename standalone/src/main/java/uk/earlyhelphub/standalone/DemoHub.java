package uk.earlyhelphub.standalone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;

/**
 * Lives through nine weeks of an invented Hub, once, by the same HTTP requests that people would send. Sixty families end up
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
    private final Map<String, String> tokens = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, JsonNode> cases = new HashMap<>();
    private @Nullable RestClient http;

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
        http = RestClient.create("http://127.0.0.1:" + environment.getProperty("local.server.port"));
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
                post("carol", "/api/hub-meetings/" + meetings[number] + "/agenda-publication", "");
                post(
                        "carol",
                        "/api/hub-meetings/" + meetings[number] + "/attendance",
                        "{\"present\":[\"carol\",\"maya\",\"school-nurse\"],\"apologies\":[\"housing-officer\"]}");
            });
            at(dates.get(m), 13, () -> post("carol", "/api/hub-meetings/" + meetings[number] + "/held", ""));
        }
    }

    /** Fourteen ways a case can stand; each family goes as far as its number says. */
    private void family(int n, LocalDate today, List<LocalDate> dates, String[] meetings, String[] services) {
        var stage = n % 14;
        var past = stage >= 6;
        var first = n % 2 == 0;
        var arrived = past ? today.minusDays((first ? 26 : 12) + n % 12L) : today.minusDays(2 + n % 11L);
        at(arrived, 10, () -> cases.put(n, receive(n, arrived)));
        if (stage == 1) {
            at(
                    arrived.plusDays(1),
                    9,
                    () -> on(
                            n,
                            "amy",
                            "/information-requests",
                            "{\"missing\":[\"dateOfBirth\",\"gp\"],\"neededBy\":\"%s\"}".formatted(today.plusDays(5))));
        }
        if (stage == 2) {
            at(
                    arrived.plusDays(1),
                    9,
                    () -> on(
                            n,
                            "amy",
                            "/consent-requests",
                            "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\"],\"requestedOn\":\"%s\",\"respondBy\":\"%s\"}"
                                    .formatted(person(n, 0), arrived.plusDays(1), today.plusDays(9))));
        }
        if (stage == 11) {
            at(
                    arrived.plusDays(2),
                    9,
                    () -> on(n, "amy", "/step-up", "{\"reason\":\"What was said at home needs a social worker.\"}"));
            return;
        }
        if (stage >= 3) {
            at(arrived.plusDays(1), 11, () -> on(n, "amy", "/consents", consent(n, arrived.plusDays(1), today)));
        }
        if (stage >= 4) {
            at(
                    arrived.plusDays(1),
                    12,
                    () -> on(
                            n,
                            "amy",
                            "/triage",
                            "{\"level\":\"ADDITIONAL\",\"rationale\":\"One service can meet what the family asks for.\",\"triagedOn\":\"%s\"}"
                                    .formatted(arrived.plusDays(1))));
        }
        if (stage == 5) {
            at(today.minusDays(1), 15, () -> on(n, "amy", "/agenda", "{\"meetingId\":\"" + meetings[2] + "\"}"));
        }
        if (past) {
            var m = first ? 0 : 1;
            at(dates.get(m).minusDays(1), 15, () -> on(n, "amy", "/agenda", "{\"meetingId\":\"" + meetings[m] + "\"}"));
            at(
                    dates.get(m),
                    10,
                    () -> on(
                            n,
                            "carol",
                            "/discussions",
                            "{\"meetingId\":\"%s\",\"options\":[{\"decision\":\"ALLOCATE\"},{\"decision\":\"SIGNPOST\"}],\"decision\":\"ALLOCATE\",\"rationale\":\"The family wants this help and a place is free.\",\"dissent\":[]}"
                                    .formatted(meetings[m])));
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
        var allocation = on(
                        n,
                        "amy",
                        "/allocations",
                        "{\"offerId\":\"%s\",\"people\":[\"%s\"],\"answerBy\":\"%s\"}"
                                .formatted(service, person(n, 0), day.plusDays(30)))
                .get("id")
                .asString();
        if (stage == 13) {
            on(
                    n,
                    provider,
                    "/allocations/" + allocation + "/decline",
                    "{\"reasonCode\":\"NO_CAPACITY\",\"reason\":\"No worker is free this term.\"}");
        } else if (stage >= 8) {
            on(n, provider, "/allocations/" + allocation + "/acceptance", "{\"worker\":\"A. Worker\"}");
        }
        if (stage == 9 || stage == 10 || stage == 12) {
            on(n, provider, "/allocations/" + allocation + "/start", "{\"startedOn\":\"%s\"}".formatted(day));
            on(
                    n,
                    "amy",
                    "/sharings",
                    "{\"recipient\":\"EDUCATION_AND_SCHOOLS\",\"recipientName\":\"The head teacher\",\"people\":[\"%s\"],\"categories\":[\"IDENTIFIERS_AND_CONTACTS\"],\"fields\":[\"name\",\"school\"],\"purpose\":\"SUPPORT_EDUCATION\",\"basis\":\"CONSENT\",\"necessity\":\"The school supports the plan.\",\"proportionality\":\"Only name and school.\",\"channel\":\"HUB_PORTAL\",\"familyTold\":true,\"accessUntil\":\"%s\"}"
                            .formatted(person(n, 0), day.plusDays(120)));
        }
        if (stage == 10 || stage == 12) {
            on(
                    n,
                    provider,
                    "/allocations/" + allocation + "/end",
                    "{\"outcome\":\"NEEDS_MET\",\"endedOn\":\"%s\"}".formatted(day));
        }
        if (stage == 12) {
            on(
                    n,
                    "amy",
                    "/referrer-informed",
                    "{\"method\":\"EMAIL\",\"what\":\"Help was given and has ended well.\",\"informedOn\":\"%s\"}"
                            .formatted(day));
            on(n, "amy", "/closure", "{\"reasonCode\":\"NEEDS_MET\"}");
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

    private JsonNode receive(int n, LocalDate day) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"" + DemoFamilies.name(n) + "\"}");
        var made = post(
                "amy",
                "/api/referrals",
                DemoFamilies.form(n, day, search.get("searchId").asString()));
        return get(
                "amy",
                "/api/referrals/" + made.get("id").asString() + "?version="
                        + made.get("version").asLong());
    }

    private String consent(int n, LocalDate day, LocalDate today) {
        return "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\",\"ALLOCATE_SERVICE\",\"SHARE_WITH_AGENCIES\"],\"agencies\":[\"EDUCATION_AND_SCHOOLS\"],\"categories\":[\"IDENTIFIERS_AND_CONTACTS\"],\"givenBy\":\"%s\",\"capacity\":\"PARENTAL_RESPONSIBILITY\",\"method\":\"SIGNED_FORM\",\"wordingVersion\":\"w3\",\"noticeVersion\":\"n5\",\"givenOn\":\"%s\",\"reviewOn\":\"%s\"}"
                .formatted(person(n, 0), person(n, 1), day, today.plusMonths(6));
    }

    private String person(int n, int index) {
        return known(n).get("people").get(index).get("personId").asString();
    }

    private JsonNode known(int n) {
        var found = cases.get(n);
        if (found == null) {
            throw new IllegalStateException("Family " + n + " has not arrived yet");
        }
        return found;
    }

    private String service(String name, String provider) {
        return post(
                        "maya",
                        "/api/services",
                        "{\"name\":\"%s\",\"provider\":\"%s\",\"description\":\"Help with school mornings\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":40}"
                                .formatted(name, provider))
                .get("id")
                .asString();
    }

    private String meeting(LocalDate day) {
        return post(
                        "carol",
                        "/api/hub-meetings",
                        "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Town Hall, room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya Lindqvist\",\"organisation\":\"afc\"},{\"memberId\":\"school-nurse\",\"name\":\"Jo Bassett\",\"organisation\":\"health\"},{\"memberId\":\"housing-officer\",\"name\":\"Lee Marlow\",\"organisation\":\"housing\"}]}"
                                .formatted(day))
                .get("id")
                .asString();
    }

    private JsonNode on(int n, String who, String path, String body) {
        return post(who, "/api/referrals/" + known(n).get("id").asString() + path, body);
    }

    private RestClient http() {
        if (http == null) {
            throw new IllegalStateException("The demo has not begun");
        }
        return http;
    }

    private JsonNode post(String who, String path, String body) {
        return answered(http().post()
                .uri(path)
                .header("Authorization", "Bearer " + token(who))
                .header("Content-Type", "application/json")
                .body(body)
                .retrieve()
                .body(JsonNode.class));
    }

    private JsonNode get(String who, String path) {
        return answered(http().get()
                .uri(path)
                .header("Authorization", "Bearer " + token(who))
                .retrieve()
                .body(JsonNode.class));
    }

    private String token(String who) {
        return tokens.computeIfAbsent(
                who,
                name -> answered(http().post()
                                .uri("/demo/token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .body("username=" + name + "&password=" + DemoPeople.PASSWORD)
                                .retrieve()
                                .body(JsonNode.class))
                        .get("access_token")
                        .asString());
    }

    private static JsonNode answered(@Nullable JsonNode body) {
        if (body == null) {
            throw new IllegalStateException("An answer without a body");
        }
        return body;
    }
}

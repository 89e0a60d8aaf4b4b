package uk.earlyhelphub.endtoend;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.send;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may use which route. A new route needs a row here before the build is green again. */
class RoutesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final List<String> EVERYBODY =
            List.of("amy", "tom", "carol", "maya", "pat", "rosa", "hana", "colin", "dora", "aled", "ines", "omar");
    private static final Set<String> TEAM = Set.of("amy", "carol", "maya");
    private static final Set<String> ALL_TEAMS = Set.of("amy", "carol", "maya", "tom");

    /** Reads of a case of the Windsor team on which nobody else has a tie, and who gets an answer. */
    private static final Map<String, Set<String>> READS = Map.ofEntries(
            entry("/api/referrals/{id}", with(TEAM, "dora", "aled", "ines")),
            entry("/api/referrals/{id}/trail", with(TEAM, "dora", "aled", "ines")),
            entry("/api/worklist", ALL_TEAMS),
            entry("/api/sharing-register", with(ALL_TEAMS, "dora", "aled", "ines")),
            entry("/api/shared-with-me", Set.of("hana", "colin")),
            entry("/api/shared-with-me/{sharing}", Set.of()),
            entry("/api/hub-meetings", ALL_TEAMS),
            entry("/api/hub-meetings/{id}", TEAM),
            entry("/api/services", Set.copyOf(EVERYBODY)));

    /** Readers whom nothing ties to the case see what happened, and no text. */
    private static final Set<String> WITHOUT_CONTENT = Set.of("dora", "aled", "ines");

    /** Commands; the rules beside each command say who may send it, and its tests assert that. */
    private static final Set<String> COMMANDS = Set.of(
            "/api/person-searches",
            "/api/referrals",
            "/api/referrals/{id}/people",
            "/api/referrals/{id}/information",
            "/api/referrals/{id}/corrections",
            "/api/referrals/{id}/links",
            "/api/referrals/{id}/unlinks",
            "/api/referrals/{id}/privacy-notices",
            "/api/referrals/{id}/information-requests",
            "/api/referrals/{id}/information-supplied",
            "/api/referrals/{id}/consent-requests",
            "/api/referrals/{id}/consents",
            "/api/referrals/{id}/consent-refusals",
            "/api/referrals/{id}/consent-withdrawals",
            "/api/referrals/{id}/consent-reviews",
            "/api/referrals/{id}/consent-overrides",
            "/api/referrals/{id}/triage",
            "/api/referrals/{id}/agenda",
            "/api/referrals/{id}/agenda-removals",
            "/api/referrals/{id}/discussions",
            "/api/referrals/{id}/allocations",
            "/api/referrals/{id}/allocations/{allocation}/acceptance",
            "/api/referrals/{id}/allocations/{allocation}/decline",
            "/api/referrals/{id}/allocations/{allocation}/start",
            "/api/referrals/{id}/allocations/{allocation}/end",
            "/api/referrals/{id}/sharings",
            "/api/referrals/{id}/sharings/{sharing}/recall",
            "/api/referrals/{id}/sharings/{sharing}/recall-acknowledgement",
            "/api/referrals/{id}/step-up",
            "/api/referrals/{id}/step-down",
            "/api/referrals/{id}/handovers/{handover}/acknowledgement",
            "/api/referrals/{id}/referrer-informed",
            "/api/referrals/{id}/closure",
            "/api/referrals/{id}/reopening",
            "/api/hub-meetings",
            "/api/hub-meetings/{id}/agenda-publication",
            "/api/hub-meetings/{id}/attendance",
            "/api/hub-meetings/{id}/interests",
            "/api/hub-meetings/{id}/held",
            "/api/hub-meetings/{id}/cancellation",
            "/api/services",
            "/api/services/{id}/capacity",
            "/api/services/{id}/withdrawal");

    private static String referral = "";
    private static String meeting = "";

    private static Set<String> with(Set<String> some, String... more) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @BeforeAll
    static void aCase() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Quentin Routes\"}")
                .text("searchId");
        referral = post("amy", "/api/referrals", """
                        {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                         "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                         "child":"c","summary":"s","searchId":"%s",
                         "people":[{"key":"c","part":"CHILD","name":"Quentin Routes","inHousehold":true}]}""".formatted(TODAY, search)).text("id");
        meeting = post(
                        "carol",
                        "/api/hub-meetings",
                        "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya\",\"organisation\":\"afc\"}]}"
                                .formatted(TODAY))
                .text("id");
        await().untilAsserted(() -> {
            assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(200);
            assertThat(get("amy", "/api/hub-meetings/" + meeting).status()).isEqualTo(200);
        });
    }

    private static Set<String> served(String method) {
        var routes = new TreeSet<String>();
        CONTEXT.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    if (info.getMethodsCondition().getMethods().stream()
                            .anyMatch(m -> m.name().equals(method))) {
                        info.getPatternValues().stream()
                                .filter(p -> p.startsWith("/api"))
                                .forEach(routes::add);
                    }
                });
        return routes;
    }

    @Test
    void every_route_has_its_row() {
        assertThat(served("GET")).isEqualTo(new TreeSet<>(READS.keySet()));
        assertThat(served("POST")).isEqualTo(new TreeSet<>(COMMANDS));
        for (var other : List.of("PUT", "PATCH", "DELETE")) {
            assertThat(served(other)).isEmpty();
        }
    }

    private static String path(String route) {
        return route.replace("{id}", route.contains("hub-meetings") ? meeting : referral)
                .replaceAll("\\{\\w+}", referral);
    }

    @Test
    void nobody_gets_anywhere_without_signing_in() {
        for (var route : READS.keySet()) {
            assertThat(send(HttpRequest.newBuilder(URI.create(base() + path(route))))
                            .status())
                    .as(route)
                    .isEqualTo(401);
        }
        for (var route : COMMANDS) {
            var request = HttpRequest.newBuilder(URI.create(base() + path(route)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(send(request).status()).as(route).isEqualTo(401);
        }
    }

    @Test
    void every_read_answers_those_in_its_row_and_nobody_else() {
        READS.forEach((route, readers) -> EVERYBODY.forEach(person -> {
            var answer = get(person, path(route));
            assertThat(answer.status())
                    .as("%s reads %s", person, route)
                    .isEqualTo(readers.contains(person) ? 200 : 404);
            if (WITHOUT_CONTENT.contains(person)) {
                assertThat(answer.body()).as("%s reads %s", person, route).doesNotContain("Quentin");
            }
        }));
    }
}

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
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may use which route. A new route needs a row here before the build is green again. */
class RoutesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final List<String> EVERYBODY = List.of(
            "amy", "tom", "carol", "maya", "pat", "rosa", "hana", "colin", "dora", "aled", "ines", "omar", "fay");
    private static final Set<String> TEAM = Set.of("amy", "carol", "maya");
    private static final Set<String> ALL_TEAMS = Set.of("amy", "carol", "maya", "tom");

    private static final Set<String> OFFICERS = Set.of("aled", "dora");
    private static final Set<String> OPERATORS = Set.of("aled", "omar");
    private static final Set<String> WATCHERS = Set.of("aled", "omar", "dora", "maya");
    private static final Set<String> STAFF =
            Set.of("amy", "tom", "carol", "maya", "pat", "rosa", "hana", "colin", "dora", "ines", "aled");
    private static final Set<String> NOBODY = Set.of();

    /** Addresses that are the same for everybody: that they are there is no secret. For what a role must not have there is 404. */
    private static final Set<String> SAID_TO_BE_OF_OTHERS = Set.of(
            "/api/trail",
            "/api/trail/exports",
            "/api/worklist",
            "/api/hub-meetings",
            "/api/sharing-register",
            "/api/shared-with-me",
            "/api/allocated-to-me",
            "/api/person-searches",
            "/api/case-searches",
            "/api/break-glass",
            "/api/break-glass/refusals",
            "/api/replays",
            "/api/conflicts",
            "/api/my-connections",
            "/api/my-connections/removal",
            "/api/connection-removals",
            "/api/dead-letters",
            "/api/proof",
            "/api/proof/comparisons",
            "/api/proof/history-exports");

    /** Commands at an address whose list says for whom it is; a command that is not somebody's is not there. */
    private static final Set<String> OF_TEAMS = Set.of("/api/hub-meetings", "/api/replays");

    /** Reads of a case of the Windsor team on which nobody else has a tie, and who gets an answer. */
    private static final Map<String, Set<String>> READS = Map.ofEntries(
            entry("/api/referrals/{id}", with(TEAM, "dora", "aled", "ines")),
            entry("/api/referrals/{id}/could-see", with(TEAM, "dora", "aled", "ines")),
            entry("/api/accountability-packs/{id}", NOBODY),
            entry("/api/accountability-packs/{id}/json", NOBODY),
            entry("/api/accountability-packs/{id}/pdf", NOBODY),
            entry("/api/my-connections", STAFF),
            entry("/api/connection-removals", Set.of("dora")),
            entry("/api/conflicts", Set.of("dora")),
            entry("/api/my-record/who-looked", NOBODY),
            entry("/api/trail", OFFICERS),
            entry("/api/referrals/{id}/who-looked", with(TEAM, "dora", "aled", "ines")),
            entry("/api/people/{id}/who-looked", OFFICERS),
            entry("/api/referrals/{id}/trail", with(TEAM, "dora", "aled", "ines")),
            entry("/api/referrals/{id}/history", with(TEAM, "dora", "aled", "ines")),
            entry("/api/referrals/{id}/consent-check", with(TEAM, "dora", "aled", "ines")),
            entry("/api/break-glass", Set.of("dora", "maya", "aled")),
            entry("/api/dead-letters", OPERATORS),
            entry("/api/dead-letters/{projection}/{about}", NOBODY),
            entry("/api/replays", WATCHERS),
            entry("/api/replays/{id}", WATCHERS),
            entry("/api/replays/{id}/progress", WATCHERS),
            entry("/api/proof", OFFICERS),
            entry("/api/proof/checkpoint", Set.copyOf(EVERYBODY)),
            entry("/api/proof/consistency", Set.copyOf(EVERYBODY)),
            entry("/api/proof/events/{position}", OFFICERS),
            entry("/api/proof/commands/{command}", with(OFFICERS, "maya")),
            entry("/api/break-glass/refusals", Set.of("dora", "aled")),
            entry("/api/break-glass/{access}", NOBODY),
            entry("/api/worklist", ALL_TEAMS),
            entry("/api/sharing-register", with(ALL_TEAMS, "dora", "aled", "ines")),
            entry("/api/shared-with-me", Set.of("hana", "colin")),
            entry("/api/allocated-to-me", Set.of("pat", "rosa")),
            entry("/api/shared-with-me/{sharing}", Set.of()),
            entry("/api/hub-meetings", with(ALL_TEAMS, "pat", "rosa", "hana", "colin")),
            entry("/api/hub-meetings/{id}", TEAM),
            entry("/api/services", Set.copyOf(EVERYBODY)));

    /** Readers whom nothing ties to the case see what happened, and no text. */
    private static final Set<String> WITHOUT_CONTENT = Set.of("dora", "aled", "ines");

    /**
     * Commands on that case, meeting and service, and who gets past the question whether it is theirs. Whatever a command asks
     * for beyond that, such as an allocation, is not there in this case.
     */
    private static final Map<String, Set<String>> COMMANDS = Map.ofEntries(
            entry("/api/referrals/{id}/break-glass", Set.of("amy", "carol", "maya", "tom", "dora", "ines")),
            entry("/api/break-glass/{access}/review", NOBODY),
            entry("/api/dead-letters/{projection}/{about}/retry", NOBODY),
            entry("/api/dead-letters/{projection}/{about}/set-aside", NOBODY),
            entry("/api/replays", OPERATORS),
            entry("/api/replays/{id}/approval", WATCHERS),
            entry("/api/replays/{id}/pause", OPERATORS),
            entry("/api/replays/{id}/resumption", OPERATORS),
            entry("/api/replays/{id}/cancellation", OPERATORS),
            entry("/api/referrals/{id}/accountability-packs", with(TEAM, "dora", "aled", "ines")),
            entry("/api/my-connections", STAFF),
            entry("/api/my-connections/removal", STAFF),
            entry("/api/connection-removals/{removal}/confirmation", NOBODY),
            entry("/api/referrals/{id}/conflict-reasons", with(TEAM, "dora", "aled", "ines")),
            entry("/api/conflicts/{access}/review", NOBODY),
            entry("/api/trail/exports", OFFICERS),
            entry("/api/proof/comparisons", OFFICERS),
            entry("/api/proof/history-exports", OFFICERS),
            // Of somebody whom nobody knows: a manager acts within their own organisation.
            entry("/api/staff-access/ends", Set.of("dora", "omar")),
            entry("/api/staff-access/restorations", Set.of("dora", "omar")),
            entry("/api/person-searches", Set.of("amy", "maya", "tom")),
            entry("/api/case-searches", Set.of("carol", "dora", "ines", "aled")),
            entry("/api/referrals", Set.of("amy", "maya")),
            entry("/api/referrals/{id}/people", TEAM),
            entry("/api/referrals/{id}/information", TEAM),
            entry("/api/referrals/{id}/corrections", TEAM),
            entry("/api/referrals/{id}/referral-corrections", TEAM),
            entry("/api/referrals/{id}/household-corrections", TEAM),
            entry("/api/referrals/{id}/links", TEAM),
            entry("/api/referrals/{id}/unlinks", TEAM),
            entry("/api/referrals/{id}/privacy-notices", TEAM),
            entry("/api/referrals/{id}/information-requests", TEAM),
            entry("/api/referrals/{id}/information-supplied", TEAM),
            entry("/api/referrals/{id}/consent-requests", TEAM),
            entry("/api/referrals/{id}/consents", TEAM),
            entry("/api/referrals/{id}/consent-refusals", TEAM),
            entry("/api/referrals/{id}/consent-withdrawals", TEAM),
            entry("/api/referrals/{id}/consent-objections", TEAM),
            entry("/api/referrals/{id}/consent-objections/{objection}/answer", TEAM),
            entry("/api/referrals/{id}/consent-dispute-decisions", Set.of("maya")),
            entry("/api/referrals/{id}/consent-reviews", TEAM),
            entry("/api/referrals/{id}/consent-overrides", Set.of("maya")),
            entry("/api/referrals/{id}/triage", TEAM),
            entry("/api/referrals/{id}/agenda", TEAM),
            entry("/api/referrals/{id}/agenda-removals", TEAM),
            entry("/api/referrals/{id}/discussions", Set.of("carol")),
            entry("/api/referrals/{id}/allocations", TEAM),
            entry("/api/referrals/{id}/allocations/{allocation}/acceptance", NOBODY),
            entry("/api/referrals/{id}/allocations/{allocation}/decline", NOBODY),
            entry("/api/referrals/{id}/allocations/{allocation}/start", NOBODY),
            entry("/api/referrals/{id}/allocations/{allocation}/end", NOBODY),
            entry("/api/referrals/{id}/sharings", TEAM),
            entry("/api/referrals/{id}/sharings/{sharing}/recall", TEAM),
            entry("/api/referrals/{id}/sharings/{sharing}/recall-acknowledgement", NOBODY),
            entry("/api/referrals/{id}/step-up", TEAM),
            entry("/api/referrals/{id}/step-down", TEAM),
            entry("/api/referrals/{id}/handovers/{handover}/acknowledgement", TEAM),
            entry("/api/referrals/{id}/referrer-informed", TEAM),
            entry("/api/referrals/{id}/closure", TEAM),
            entry("/api/referrals/{id}/reopening", TEAM),
            entry("/api/hub-meetings", Set.of("carol", "maya")),
            entry("/api/hub-meetings/{id}/agenda-publication", Set.of("carol", "maya")),
            entry("/api/hub-meetings/{id}/attendance", Set.of("carol", "maya")),
            entry("/api/hub-meetings/{id}/interests", Set.of("carol", "maya")),
            entry("/api/hub-meetings/{id}/interest-corrections", Set.of("carol", "maya")),
            entry("/api/hub-meetings/{id}/held", Set.of("carol", "maya")),
            entry("/api/hub-meetings/{id}/cancellation", Set.of("carol", "maya")),
            entry("/api/services", Set.of("maya")),
            entry("/api/services/{id}/capacity", Set.of("maya")),
            entry("/api/services/{id}/withdrawal", Set.of("maya")));

    private static final String SERVICE_COMMAND = "the-service-of-the-routes";
    private static String referral = "";
    private static String meeting = "";
    private static String service = "";
    private static String opened = "";
    private static String replay = "";
    private static String command = "";
    /** Of an event that is about no case. */
    private static String position = "";

    private static Set<String> with(Set<String> some, String... more) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @BeforeAll
    static void aCase() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Quentin Routes\"}")
                .text("searchId");
        referral = received(search);
        opened = received(search);
        meeting = post(
                        "carol",
                        "/api/hub-meetings",
                        "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya\",\"organisation\":\"afc\"}]}"
                                .formatted(TODAY))
                .text("id");
        service = post(
                        "maya",
                        "/api/services",
                        "{\"name\":\"s\",\"provider\":\"p\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}",
                        "Idempotency-Key",
                        SERVICE_COMMAND)
                .text("id");
        replay = post("aled", "/api/replays", "{\"projection\":\"directory\",\"kind\":\"CHECK\",\"reason\":\"DRILL\"}")
                .text("id");
        assertThat(post("aled", "/api/replays/" + replay + "/cancellation", "").status())
                .isEqualTo(200);
        var proof = get("maya", "/api/proof/commands/" + SERVICE_COMMAND).json().get(0);
        position = proof.get("position").asString();
        command = ProofTest.calledIn(proof.get("leaf").asString());
        await().untilAsserted(() -> {
            assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(200);
            assertThat(get("amy", "/api/referrals/" + opened).status()).isEqualTo(200);
            assertThat(get("amy", "/api/hub-meetings/" + meeting).status()).isEqualTo(200);
        });
    }

    private static String received(String search) {
        return post("amy", "/api/referrals", """
                        {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                         "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                         "child":"c","summary":"s","searchId":"%s",
                         "people":[{"key":"c","part":"CHILD","name":"Quentin Routes","inHousehold":true}]}""".formatted(TODAY, search)).text("id");
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

    /** What was asked for to try the routes must not stand in another test's way. */
    @AfterAll
    static void leaveNoReplayOpen() {
        for (var job : get("aled", "/api/replays").json()) {
            if (!job.has("endedAt")) {
                post("aled", "/api/replays/" + job.get("id").asString() + "/cancellation", "");
            }
        }
        await().until(() -> get("aled", "/api/replays").json().valueStream().allMatch(job -> job.has("endedAt")));
    }

    @Test
    void every_route_has_its_row() {
        assertThat(served("GET")).isEqualTo(new TreeSet<>(READS.keySet()));
        assertThat(served("POST")).isEqualTo(new TreeSet<>(COMMANDS.keySet()));
        for (var other : List.of("PUT", "PATCH", "DELETE")) {
            assertThat(served(other)).isEmpty();
        }
    }

    private static String path(String route) {
        if (route.endsWith("{id}/break-glass")) {
            // A case of its own: who broke the glass reads it for an hour.
            return route.replace("{id}", opened);
        }
        if (route.startsWith("/api/proof")) {
            return route.replace("{position}", position).replace("{command}", command)
                    + (route.endsWith("consistency") ? "?from=1" : "");
        }
        if (route.endsWith("/could-see")) {
            return route.replace("{id}", referral) + "?actor=amy&asAt=" + java.time.Instant.now();
        }
        if (route.startsWith("/api/replays")) {
            return route.replace("{id}", replay);
        }
        var record = route.contains("hub-meetings") ? meeting : route.contains("services") ? service : referral;
        return route.replace("{id}", record).replaceAll("\\{\\w+}", referral);
    }

    @Test
    void nobody_gets_anywhere_without_signing_in() {
        for (var route : READS.keySet()) {
            assertThat(send(HttpRequest.newBuilder(URI.create(base() + path(route))))
                            .status())
                    .as(route)
                    .isEqualTo(401);
        }
        for (var route : COMMANDS.keySet()) {
            var request = HttpRequest.newBuilder(URI.create(base() + path(route)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(send(request).status()).as(route).isEqualTo(401);
        }
    }

    /** What whoever is not in a row is told; a family member whose token names nobody has no record. */
    private static int forOthers(String person, String route) {
        return SAID_TO_BE_OF_OTHERS.contains(route)
                        || route.equals("/api/my-record/who-looked") && !person.equals("fay")
                ? 403
                : 404;
    }

    @Test
    void every_read_answers_those_in_its_row_and_nobody_else() {
        READS.forEach((route, readers) -> EVERYBODY.forEach(person -> {
            var answer = get(person, path(route));
            assertThat(answer.status())
                    .as("%s reads %s", person, route)
                    .isEqualTo(readers.contains(person) ? 200 : forOthers(person, route));
            if (WITHOUT_CONTENT.contains(person)) {
                assertThat(answer.body()).as("%s reads %s", person, route).doesNotContain("Quentin");
            }
        }));
    }

    @Test
    void every_command_is_for_those_in_its_row_and_there_is_nothing_for_anybody_else() {
        var description = RunningHub.JSON.readTree(get("omar", "/v3/api-docs").body());
        // Strangers first: whoever may do it, changes the case.
        COMMANDS.forEach((route, senders) -> EVERYBODY.stream()
                .filter(person -> !senders.contains(person))
                .forEach(person -> {
                    var answer = post(person, path(route), body(description, route));
                    assertThat(answer.status())
                            .as("%s sends %s: %s", person, route, answer.body())
                            .isEqualTo(OF_TEAMS.contains(route) ? 404 : forOthers(person, route));
                    assertThat(answer.text("detail"))
                            .startsWith(
                                    answer.status() == 403
                                            ? "This is not for the role in which you are signed in"
                                            : "There is nothing here for you by that name.");
                }));
        new TreeMap<>(COMMANDS)
                .forEach((route, senders) -> senders.stream().sorted().forEach(person -> {
                    var answer = post(person, path(route), body(description, route));
                    // Who has an emergency open may begin no other: that is told to those who may begin one.
                    var another = answer.code().equals("one-emergency-at-a-time");
                    assertThat(another ? 409 : answer.status())
                            .as("%s sends %s: %s", person, route, answer.body())
                            .isIn(200, 201, 202, 400, 409, 429);
                    assertThat(answer.code())
                            .as("%s sends %s: %s", person, route, answer.body())
                            .isNotEqualTo("invalid-fields");
                }));
    }

    /** A body with just what the description of the API requires, so that a new field cannot be forgotten here. */
    private static String body(JsonNode description, String route) {
        var content = description
                .path("paths")
                .path(route)
                .path("post")
                .path("requestBody")
                .path("content");
        var schema = content.path("application/json").path("schema");
        return schema.isMissingNode() ? "" : value(description, schema, "").toString();
    }

    private static JsonNode value(JsonNode description, JsonNode schema, String name) {
        var json = RunningHub.JSON;
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            var named = reference.substring(reference.lastIndexOf('/') + 1);
            return value(
                    description, description.path("components").path("schemas").path(named), name);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("")) {
            case "array" -> json.createArrayNode().add(value(description, schema.path("items"), name));
            case "integer", "number" -> json.getNodeFactory().numberNode(1);
            case "boolean" -> json.getNodeFactory().booleanNode(false);
            case "object" -> {
                var object = json.createObjectNode();
                schema.path("required")
                        .forEach(field -> object.set(
                                field.asString(),
                                value(
                                        description,
                                        schema.path("properties").path(field.asString()),
                                        field.asString())));
                if (route(object, schema)) {
                    object.put("name", "Quentin Routes");
                }
                yield object;
            }
            default -> json.getNodeFactory().stringNode(text(schema, name));
        };
    }

    /** A search requires no single detail, but one. */
    private static boolean route(JsonNode object, JsonNode schema) {
        return object.isEmpty() && schema.path("properties").has("nhsNumber");
    }

    private static String text(JsonNode schema, String name) {
        if (schema.path("format").asString("").equals("date")) {
            return name.matches("reviewOn|endsOn|accessUntil|answerBy|neededBy|respondBy")
                    ? TODAY.plusDays(20).toString()
                    : TODAY.toString();
        }
        return switch (name) {
            case "team" -> "windsor";
            case "area" -> "Clewer";
            case "startsAt" -> "09:30";
            case "projection" -> "directory";
            default ->
                schema.has("pattern") && "gp".matches(schema.get("pattern").asString()) ? "gp" : referral;
        };
    }
}

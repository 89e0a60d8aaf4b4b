package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.send;
import static uk.earlyhelphub.endtoend.RunningHub.token;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;

/** What people send by mistake or in bad faith. Unless a test says otherwise, nothing is stored. */
class AbuseTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static String searchId = "";
    private static String referral = "";

    @BeforeAll
    static void aCase() {
        searchId =
                post("amy", "/api/person-searches", "{\"name\":\"Nobody Yet\"}").text("searchId");
        referral = post("amy", "/api/referrals", form("Kit Vale", "2016-05-14", "Often tired."))
                .text("id");
    }

    private static String form(String name, String born, String summary) {
        return form(name, born, summary, "\"inHousehold\":true");
    }

    private static String form(String name, String born, String summary, String extra) {
        return """
            {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
             "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
             "child":"c","summary":"%s","searchId":"%s",
             "people":[{"key":"c","part":"CHILD","name":"%s","dateOfBirth":"%s",%s}]}""".formatted(TODAY, summary, searchId, name, born, extra);
    }

    private static long stored() {
        var log = RunningHub.CONTEXT.getBean(EventLog.class);
        var count = 0L;
        var position = EventPosition.START;
        for (var page = log.after(position, 1000).events();
                !page.isEmpty();
                page = log.after(position, 1000).events()) {
            count += page.stream().filter(e -> e.stream().equals("Referral")).count();
            position = page.getLast().position();
        }
        return count;
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("uk.earlyhelphub");
    }

    static Stream<String> bodiesThatAreNotAForm() {
        return Stream.of(
                "",
                "{\"channel\":",
                "[]",
                "null",
                "{\"channel\":\"PHONE\",\"channel\":\"PROFESSIONAL\"}",
                form("A", "2016-05-14", "x").replace("\"channel\"", "\"consentValid\":true,\"channel\""),
                form("A", "2016-05-14", "x") + "{}",
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000),
                form("A\\u0000B", "2016-05-14", "x"),
                form("A\\ud800", "2016-05-14", "x"),
                form("A", TODAY.plusDays(1).toString(), "x"),
                form("A", "1899-12-31", "x"),
                form("A", "2016-02-30", "x"),
                form("A", "14/05/2016", "x"),
                form("A".repeat(201), "2016-05-14", "x"),
                form("A", "2016-05-14", "x", "\"inHousehold\":true,\"nhsNumber\":\"9434765918\""),
                form("A", "2016-05-14", "x", "\"inHousehold\":true,\"upn\":\"A868123426001\""),
                form("A", "2016-05-14", "x", "\"inHousehold\":\"perhaps\""));
    }

    @ParameterizedTest
    @MethodSource("bodiesThatAreNotAForm")
    void a_body_that_is_not_the_form_is_refused_and_leaves_nothing_behind(String body) {
        var before = stored();
        refused(post("amy", "/api/referrals", body), 400);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_refusal_names_field_and_rule_and_repeats_nothing() {
        var answer = post(
                "amy",
                "/api/referrals",
                form("Zebedee Secret", TODAY.plusDays(1).toString(), ""));
        assertThat(answer.json().get("errors").toString())
                .contains("\"people[0].dateOfBirth\"")
                .contains("\"birth-date\"")
                .contains("\"summary\"");
        assertThat(answer.body()).doesNotContain("Zebedee");
        var help = send(HttpRequest.newBuilder(URI.create(base() + answer.text("type"))));
        assertThat(help.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien-Ní Ó'Š \\\"x\\\"",
                "Cher",
                "<script>alert(1)</script>",
                "{{7*7}} #{7*7}",
                "=cmd|' /C calc'!A0",
                "line\\r\\nbreak \\u001b[31m",
                "\\u202egnp.exe"
            })
    void names_are_kept_byte_for_byte_and_stay_inert(String name) {
        var made = post("amy", "/api/referrals", form(name, "2016-05-14", "x"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var shown = get(
                "amy",
                "/api/referrals/" + made.text("id") + "?version=" + made.json().get("version"));
        assertThat(shown.json().get("people").get(0).get("name"))
                .isEqualTo(RunningHub.JSON.readTree("\"" + name + "\""));
        assertThat(shown.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void a_body_over_the_limit_is_refused_at_once() {
        refused(post("amy", "/api/referrals", form("A", "2016-05-14", "x".repeat(300_000))), 413);
    }

    @Test
    void a_case_that_is_not_yours_looks_like_one_that_does_not_exist() {
        var bodies = new HashSet<String>();
        for (var path :
                List.of(referral, UUID.randomUUID().toString(), referral.toUpperCase(java.util.Locale.ROOT), "x")) {
            var answer = get("tom", "/api/referrals/" + path);
            refused(answer, 404);
            bodies.add(answer.body().replace(path, ""));
            refused(get("tom", "/api/referrals/" + path + "/trail"), 404);
            refused(post("tom", "/api/referrals/" + path + "/step-up", "{\"reason\":\"x\"}"), 404);
        }
        assertThat(bodies).hasSize(1);
        for (var person : List.of("pat", "hana", "omar")) {
            refused(get(person, "/api/referrals/" + referral), 404);
        }
        refused(get("omar", "/api/worklist"), 403);
    }

    static Stream<String> tokensThatAreNone() {
        var none = Base64.getUrlEncoder().withoutPadding();
        var header = none.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        var hs = none.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        var claims = none.encodeToString(
                "{\"sub\":\"amy\",\"roles\":[\"CASEWORKER\"],\"organisation\":\"afc\",\"team\":\"windsor\",\"iss\":\"urn:early-help-hub:demo\"}"
                        .getBytes(StandardCharsets.UTF_8));
        return Stream.of("x", header + "." + claims + ".", hs + "." + claims + ".AAAA", tampered(token("amy")));
    }

    private static String tampered(String token) {
        var place = token.length() - 20;
        return token.substring(0, place) + (token.charAt(place) == 'A' ? 'B' : 'A') + token.substring(place + 1);
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNone")
    void a_token_that_is_none_signs_nobody_in(String forged) {
        for (var path : List.of("/api/worklist", "/api/referrals/" + referral, "/v3/api-docs")) {
            refused(
                    send(HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer " + forged)),
                    401);
        }
        refused(
                send(HttpRequest.newBuilder(URI.create(base() + "/api/worklist"))
                        .header("X-Role", "MANAGER")),
                401);
    }

    @Test
    void a_command_is_never_a_get() {
        refused(get("amy", "/api/referrals/" + referral + "/closure"), 405);
    }

    @Test
    void one_command_sent_a_hundred_times_has_one_effect_and_one_answer() throws Exception {
        var before = stored();
        Set<String> answers = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<String> once = () -> {
                var answer = post(
                        "amy", "/api/referrals", form("Same", "2016-05-14", "x"), "Idempotency-Key", "hundred-times-1");
                return answer.status() + answer.body();
            };
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(n -> once).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1).allMatch(a -> a.startsWith("201"));
        assertThat(stored()).isEqualTo(before + 2);
        refused(
                post("amy", "/api/referrals", form("Other", "2016-05-14", "x"), "Idempotency-Key", "hundred-times-1"),
                422);
    }

    @Test
    void a_key_is_its_user_s_own_and_nobody_learns_that_it_was_used() {
        var path = "/api/referrals/"
                + post("amy", "/api/referrals", form("Key", "2016-05-14", "x")).text("id") + "/closure";
        var body = "{\"reasonCode\":\"DUPLICATE\"}";
        assertThat(post("amy", path, body, "Idempotency-Key", "somebodys-key").status())
                .isEqualTo(202);
        assertThat(post("amy", path, body, "Idempotency-Key", "somebodys-key").status())
                .isEqualTo(202);
        refused(post("maya", path, body, "Idempotency-Key", "somebodys-key"), 409);
        refused(post("tom", path, body, "Idempotency-Key", "somebodys-key"), 404);
        refused(post("amy", path, body.replace("DUPLICATE", "NEEDS_MET"), "Idempotency-Key", "somebodys-key"), 422);
        refused(post("amy", path, body), 409);
    }

    @Test
    void acting_on_an_old_version_is_refused_with_the_current_one() {
        var answer = post("amy", "/api/referrals/" + referral + "/step-up", "{\"reason\":\"x\"}", "If-Match", "\"0\"");
        refused(answer, 412);
        assertThat(answer.text("detail")).contains("version 1");
    }

    @Test
    void of_two_hundred_people_closing_one_case_one_does() throws Exception {
        var id = post("amy", "/api/referrals", form("Race", "2016-05-14", "x")).text("id");
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<Integer> close =
                    () -> post("amy", "/api/referrals/" + id + "/closure", "{\"reasonCode\":\"DUPLICATE\"}")
                            .status();
            var statuses = threads
                    .invokeAll(IntStream.range(0, 200).mapToObj(n -> close).toList())
                    .stream()
                    .map(f -> f.resultNow())
                    .toList();
            assertThat(statuses).containsOnly(202, 409);
            assertThat(statuses.stream().filter(s -> s == 202)).hasSize(1);
        }
    }

    @Test
    void nothing_reaches_the_hub_without_consent() {
        refused(
                post("amy", "/api/referrals/" + referral + "/agenda", "{\"meetingId\":\"" + UUID.randomUUID() + "\"}"),
                409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1000000000", "limit=0", "limit=-1", "limit=x", "after=nonsense", "status=NONSENSE"})
    void a_page_that_cannot_be_is_refused(String query) {
        refused(get("amy", "/api/worklist?" + query), 400);
    }

    @Test
    void a_family_is_recorded_only_after_a_search() {
        refused(
                post(
                        "amy",
                        "/api/referrals",
                        form("A", "2016-05-14", "x")
                                .replace(searchId, UUID.randomUUID().toString())),
                400);
        refused(post("amy", "/api/person-searches", "{}"), 400);
    }

    @Test
    void whoever_was_dismissed_is_out_at_the_next_request_although_the_token_is_good() {
        assertThat(get("tom", "/api/worklist").status()).isEqualTo(200);
        var ended = post("omar", "/api/staff-access/ends", "{\"staff\":\"tom\",\"cause\":\"LEFT\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(202);
        try {
            var out = get("tom", "/api/worklist");
            refused(out, 401);
            assertThat(out.code()).isEqualTo("access-ended");
            refused(post("tom", "/api/referrals", form("A", "2016-05-14", "x")), 401);
            assertThat(post("tom", "/api/staff-access/restorations", "{\"staff\":\"tom\"}")
                            .status())
                    .isEqualTo(401);
            assertThat(post("omar", "/api/staff-access/ends", "{\"staff\":\"tom\",\"cause\":\"LEFT\"}")
                            .code())
                    .isEqualTo("access-ended-already");
            assertThat(post("omar", "/api/staff-access/ends", "{\"staff\":\"omar\",\"cause\":\"LEFT\"}")
                            .code())
                    .isEqualTo("not-for-oneself");
        } finally {
            var restored = post("maya", "/api/staff-access/restorations", "{\"staff\":\"tom\"}");
            assertThat(restored.status()).as(restored.body()).isEqualTo(202);
        }
        assertThat(get("tom", "/api/worklist").status()).isEqualTo(200);
    }

    /** N14: a misspelt name must not leave everybody believing that somebody is gone. */
    @Test
    void ending_the_access_of_a_misspelt_colleague_is_refused_and_an_account_that_never_came_is_shut_out_on_demand() {
        var misspelt = "{\"staff\":\"tmo-%s\",\"cause\":\"LEFT\"".formatted(UUID.randomUUID());
        var refused = post("omar", "/api/staff-access/ends", misspelt + "}");
        refused(refused, 409);
        assertThat(refused.code()).isEqualTo("staff-never-seen");
        assertThat(post("omar", "/api/staff-access/ends", misspelt + ",\"neverSeen\":true}")
                        .status())
                .isEqualTo(202);
        assertThat(post("omar", "/api/staff-access/ends", misspelt + "}").code())
                .isEqualTo("access-ended-already");
    }

    @Test
    void a_manager_ends_the_access_of_their_own_colleagues_only() {
        assertThat(get("dora", "/api/conflicts").status()).isEqualTo(200);
        assertThat(get("hana", "/api/shared-with-me").status()).isEqualTo(200);
        for (var other : List.of("dora", "hana", "nobody-known")) {
            refused(post("maya", "/api/staff-access/ends", "{\"staff\":\"" + other + "\",\"cause\":\"LEFT\"}"), 404);
            refused(post("maya", "/api/staff-access/restorations", "{\"staff\":\"" + other + "\"}"), 404);
        }
        assertThat(get("dora", "/api/conflicts").status()).isEqualTo(200);
    }
}

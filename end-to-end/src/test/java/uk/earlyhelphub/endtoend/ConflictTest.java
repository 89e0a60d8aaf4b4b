package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.platform.engine.EventLog;

/** Scenario C of the peers' failures: a worker looks up a neighbour; and abuse case 16: a worker opens a relative's case. */
class ConflictTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    @AfterEach
    void forget() {
        List.of("amy", "maya", "tom").forEach(p -> post(p, "/api/my-connections/removal", ""));
        get("dora", "/api/connection-removals")
                .json()
                .valueStream()
                .map(r -> r.get("removalId").asString())
                .forEach(ConflictTest::confirm);
    }

    private static String removalOf(String staff) {
        return get("dora", "/api/connection-removals")
                .json()
                .valueStream()
                .filter(r -> r.get("staff").asString().equals(staff))
                .findFirst()
                .orElseThrow()
                .get("removalId")
                .asString();
    }

    private static RunningHub.Answer confirm(String removal) {
        return post("dora", "/api/connection-removals/" + removal + "/confirmation", "");
    }

    private static String received(String name, String born, String postcode) {
        var search = post("maya", "/api/person-searches", "{\"name\":\"Nobody Known\"}")
                .text("searchId");
        var answer = post("maya", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","name":"Rex Referrer","anonymousToFamily":true},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","mustNotSee":"Uncle Unseen","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"%s","dateOfBirth":"%s","postcode":"%s","inHousehold":true}]}""".formatted(TODAY, search, name, born, postcode));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var id = answer.text("id");
        await().until(() -> get("carol", "/api/referrals/" + id).status() == 200);
        return id;
    }

    private static void declare(String who, String body) {
        var declared = post(who, "/api/my-connections", body);
        assertThat(declared.status()).as(declared.body()).isEqualTo(202);
    }

    private static List<JsonNode> list(boolean reviewed) {
        return get("dora", "/api/conflicts?limit=200&reviewed=" + reviewed)
                .json()
                .valueStream()
                .toList();
    }

    @Test
    void a_neighbour_s_record_asks_for_a_reason_and_is_on_the_officer_s_list() {
        var referral = received("Neville Near", "2014-03-02", "SL4 9ZZ");
        declare("amy", "{\"relation\":\"HOME\",\"postcode\":\"sl49zz\"}");
        assertThat(get("amy", "/api/my-connections").json().get("declared").asLong())
                .isEqualTo(1);

        var search = post("amy", "/api/person-searches", "{\"postcode\":\"SL4 9ZZ\"}");
        assertThat(search.text("warning")).contains("close to you");
        var refused = get("amy", "/api/referrals/" + referral);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("conflict-possible");
        assertThat(refused.body()).doesNotContain("Neville");
        assertThat(get("amy", "/api/referrals/" + referral + "/trail").status()).isEqualTo(403);
        await().untilAsserted(() -> assertThat(list(false))
                .anyMatch(c -> c.get("view").asString().equals("search")
                        && c.get("who").asString().startsWith("Amy"))
                .anyMatch(c -> c.path("referralId").asString("").equals(referral)
                        && c.get("kinds").toString().equals("[\"SAME_POSTCODE\"]")));

        assertThat(post("amy", "/api/referrals/" + referral + "/conflict-reasons", "{\"reason\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post(
                                "amy",
                                "/api/referrals/" + referral + "/conflict-reasons",
                                "{\"reason\":\"We do not know each other; I am the only worker on duty.\"}")
                        .status())
                .isEqualTo(202);
        assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(200);
        var given = list(false).stream()
                .filter(c -> c.has("reason"))
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(given.get("reason").asString()).contains("only worker on duty");
        var review = "/api/conflicts/" + given.get("accessId").asString() + "/review";
        assertThat(post("maya", review, "{\"outcome\":\"PROPER\"}").status()).isEqualTo(404);
        assertThat(post("dora", review, "{\"outcome\":\"PROPER\"}").status()).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(list(true)).anyMatch(c -> c.get("accessId").equals(given.get("accessId"))));
        assertThat(get("dora", "/api/conflicts?reviewed=true&limit=1")
                        .raw()
                        .headers()
                        .firstValue("Link"))
                .as("the next page is of the same list")
                .hasValueSatisfying(link -> assertThat(link).contains("/api/conflicts?reviewed=true&after="));
        assertThat(post("dora", review, "{\"outcome\":\"IMPROPER\"}").code()).isEqualTo("already-reviewed");
        assertThat(get("carol", "/api/referrals/" + referral).status()).isEqualTo(200);
    }

    private static long listed(String referral, boolean reviewed) {
        return list(reviewed).stream()
                .filter(c -> c.path("referralId").asString("").equals(referral)
                        && c.get("view").asString().equals("reason"))
                .count();
    }

    @Test
    void a_reason_and_its_review_that_are_sent_again_with_one_key_count_once() {
        var referral = received("Nora Near", "2014-03-03", "SL4 9XX");
        declare("amy", "{\"relation\":\"HOME\",\"postcode\":\"SL4 9XX\"}");
        var reasons = "/api/referrals/" + referral + "/conflict-reasons";
        var why = "{\"reason\":\"I am the only worker on duty.\"}";
        for (var again = 0; again < 3; again++) {
            assertThat(post("amy", reasons, why, "Idempotency-Key", "reason-" + referral)
                            .status())
                    .isEqualTo(202);
        }
        assertThat(post("amy", reasons, why).code()).isEqualTo("no-conflict");
        await().untilAsserted(() -> assertThat(listed(referral, false)).isEqualTo(1));
        var access = list(false).stream()
                .filter(c -> c.path("referralId").asString("").equals(referral)
                        && c.get("view").asString().equals("reason"))
                .findFirst()
                .orElseThrow()
                .get("accessId")
                .asString();
        for (var again = 0; again < 3; again++) {
            assertThat(post(
                                    "dora",
                                    "/api/conflicts/" + access + "/review",
                                    "{\"outcome\":\"PROPER\"}",
                                    "Idempotency-Key",
                                    "review-" + referral)
                            .status())
                    .isEqualTo(202);
        }
        await().untilAsserted(() -> assertThat(listed(referral, true)).isEqualTo(1));
    }

    @Test
    void one_s_own_family_s_record_stays_shut_except_in_an_emergency() {
        var referral = received("Rita Relative", "2013-05-06", "SL4 8YY");
        declare("amy", "{\"relation\":\"FAMILY\",\"name\":\"Rita Relative\",\"dateOfBirth\":\"2013-05-06\"}");
        assertThat(get("amy", "/api/referrals/" + referral).code()).isEqualTo("too-close");
        assertThat(post(
                                "amy",
                                "/api/referrals/" + referral + "/conflict-reasons",
                                "{\"reason\":\"She is my niece and I worry.\"}")
                        .code())
                .isEqualTo("too-close");
        await().untilAsserted(() ->
                assertThat(list(false)).anyMatch(c -> c.get("kinds").toString().equals("[\"OWN_FAMILY\"]")));
        assertThat(post(
                                "amy",
                                "/api/referrals/" + referral + "/break-glass",
                                "{\"reason\":\"She is in danger right now.\",\"minutes\":5}")
                        .status())
                .isEqualTo(201);
        var seen = get("amy", "/api/referrals/" + referral);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("seenAs")).isEqualTo("RELATIVE_IN_EMERGENCY");
        assertThat(seen.body())
                .as("a relative is not told who spoke of the family, nor who must not see it")
                .contains("Rita Relative")
                .doesNotContain("Rex Referrer", "Uncle Unseen");
        assertThat(get("amy", "/api/referrals/" + referral + "/trail").status()).isEqualTo(404);
    }

    @Test
    void nobody_decides_in_the_case_of_their_own_family() {
        var referral = received("Ruth Relative", "2012-05-06", "SL4 8YX");
        var triage = "/api/referrals/" + referral + "/triage";
        var form = "{\"level\":\"ADDITIONAL\",\"rationale\":\"Several needs.\",\"triagedOn\":\"" + TODAY + "\"}";
        var closure = "/api/referrals/" + referral + "/closure";
        var key = new String[] {"Idempotency-Key", "before-" + referral};
        var before = post("amy", triage, form, key);
        assertThat(before.status()).as(before.body()).isEqualTo(202);
        declare("amy", "{\"relation\":\"FAMILY\",\"name\":\"Ruth Relative\",\"dateOfBirth\":\"2012-05-06\"}");
        var refused = post("amy", closure, "{\"reasonCode\":\"DUPLICATE\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("too-close");
        await().untilAsserted(() -> assertThat(list(false))
                .anyMatch(c -> c.path("referralId").asString("").equals(referral)
                        && c.get("view").asString().equals("CloseReferral")));
        declare("tom", "{\"relation\":\"FAMILY\",\"name\":\"Ruth Relative\",\"dateOfBirth\":\"2012-05-06\"}");
        assertThat(post("tom", triage, form).status())
                .as("whoever the case is not for learns nothing of it by declaring a child their own")
                .isEqualTo(404);
        assertThat(post("amy", triage, form, key).body())
                .as("what was done before is answered as it was then")
                .isEqualTo(before.body());
        var done = post("maya", closure, "{\"reasonCode\":\"DUPLICATE\"}");
        assertThat(done.status()).as(done.body()).isEqualTo(202);
    }

    @Test
    void another_of_that_name_is_not_taken_for_family_and_a_colleague_is_recognised() {
        var referral = received("Cora League", "1990-01-02", "SL4 7XX");
        declare("amy", "{\"relation\":\"FAMILY\",\"name\":\"Cora League\",\"dateOfBirth\":\"1991-01-02\"}");
        assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(200);
        declare("maya", "{\"relation\":\"SELF\",\"name\":\"Cora League\",\"dateOfBirth\":\"1990-01-02\"}");
        assertThat(get("amy", "/api/referrals/" + referral).code()).isEqualTo("conflict-possible");
        assertThat(get("maya", "/api/referrals/" + referral).code()).isEqualTo("too-close");
    }

    @Test
    void nobody_opens_their_own_record_by_taking_back_that_it_is_theirs() {
        var referral = received("Sella Selfsame", "1991-02-03", "SL4 1ZZ");
        declare("amy", "{\"relation\":\"SELF\",\"name\":\"Sella Selfsame\",\"dateOfBirth\":\"1991-02-03\"}");
        assertThat(get("amy", "/api/referrals/" + referral).code()).isEqualTo("too-close");
        var asked = post("amy", "/api/my-connections/removal", "");
        assertThat(asked.json().get("declared").asLong()).isEqualTo(1);
        assertThat(asked.json().get("removalAsked").asLong()).isEqualTo(1);
        assertThat(get("amy", "/api/referrals/" + referral).code())
                .as("it counts until the officer has confirmed that it be forgotten")
                .isEqualTo("too-close");
        assertThat(get("maya", "/api/connection-removals").status()).isEqualTo(403);
        var id = removalOf("amy");
        assertThat(post("amy", "/api/connection-removals/" + id + "/confirmation", "")
                        .status())
                .isEqualTo(404);
        var key = new String[] {"Idempotency-Key", "confirm-" + id};
        for (var again = 0; again < 2; again++) {
            assertThat(post("dora", "/api/connection-removals/" + id + "/confirmation", "", key)
                            .status())
                    .isEqualTo(202);
        }
        assertThat(confirm(id).code()).isEqualTo("already-confirmed");
        assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(200);
    }

    @Test
    void the_officer_does_not_confirm_what_they_asked_for_themselves() {
        declare("dora", "{\"relation\":\"HOME\",\"postcode\":\"SL4 1DD\"}");
        post("dora", "/api/my-connections/removal", "");
        assertThat(confirm(removalOf("dora")).code()).isEqualTo("not-for-oneself");
    }

    @Test
    void a_declaration_that_is_sent_again_counts_once() {
        var key = new String[] {"Idempotency-Key", "declared-" + System.nanoTime()};
        var home = "{\"relation\":\"HOME\",\"postcode\":\"SL4 3QQ\"}";
        for (var again = 0; again < 5; again++) {
            var answer = post("tom", "/api/my-connections", home, key);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().get("declared").asLong()).isEqualTo(1);
        }
        assertThat(post("tom", "/api/my-connections", home.replace("3QQ", "4QQ"), key)
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void to_take_a_declaration_back_is_on_record() {
        declare("maya", "{\"relation\":\"HOME\",\"postcode\":\"SL4 2RR\"}");
        assertThat(post("maya", "/api/my-connections/removal", "").status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        get("aled", "/api/trail?type=Operation.ConnectionsRemovalAsked&actor=maya&limit=200")
                                .body())
                .contains("It was asked that the Hub forget to whom Maya Lindqvist is close (1 declaration);"));
        confirm(removalOf("maya"));
        await().untilAsserted(() -> assertThat(
                        get("aled", "/api/trail?type=Operation.ConnectionsRemoved&actor=dora&limit=200")
                                .body())
                .contains("The Hub was made to forget to whom Maya Lindqvist is close; 1 declaration went."));
    }

    @Test
    void common_names_alone_warn_nobody() {
        var referral = received("Oliver Commonname", "2014-04-05", "SL4 6AB");
        assertThat(post("tom", "/api/my-connections", "{\"relation\":\"SELF\",\"name\":\"Oliver\"}")
                        .code())
                .isEqualTo("nothing-to-recognise");
        declare("tom", "{\"relation\":\"SELF\",\"name\":\"Oliver\",\"dateOfBirth\":\"1980-01-01\"}");
        assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(200);
        declare("tom", "{\"relation\":\"SELF\",\"name\":\"Oliver Commonname\",\"postcode\":\"SL4 6AB\"}");
        assertThat(get("amy", "/api/referrals/" + referral).code()).isEqualTo("conflict-possible");
    }

    @Test
    void a_declaration_must_say_enough() {
        assertThat(post("amy", "/api/my-connections", "{\"relation\":\"HOME\",\"name\":\"x\"}")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("postcode");
        assertThat(post("amy", "/api/my-connections", "{\"relation\":\"FAMILY\",\"postcode\":\"SL4 1AA\"}")
                        .code())
                .isEqualTo("nothing-to-recognise");
        assertThat(post("omar", "/api/my-connections", "{\"relation\":\"SELF\",\"name\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    private static long declaredBy(String staff) {
        return CONTEXT.getBean(EventLog.class)
                .ofTypesBy(List.of("Operation.ConnectionDeclared"), staff, Instant.EPOCH)
                .size();
    }

    @Test
    void nobody_shuts_a_street_out_by_declaring_nobody_of_that_postcode() {
        var referral = received("Quill Postman", "2015-03-04", "SL4 7QX");
        var before = declaredBy("tom");
        for (var nobody : List.of(
                "{\"relation\":\"SELF\",\"name\":\"!!!\",\"postcode\":\"SL4 7QX\"}",
                "{\"relation\":\"SELF\",\"name\":\"- -\",\"dateOfBirth\":\"2015-03-04\"}",
                "{\"relation\":\"HOME\",\"postcode\":\"---\"}")) {
            var refused = post("tom", "/api/my-connections", nobody);
            assertThat(refused.status()).as(nobody).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("nothing-to-recognise");
        }
        assertThat(get("tom", "/api/my-connections").json().get("declared").asLong())
                .isZero();
        assertThat(declaredBy("tom"))
                .as("nothing is on record of what was not kept")
                .isEqualTo(before);
        assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(200);
    }

    @Test
    void a_removal_that_is_asked_for_again_with_one_key_is_the_same_removal() {
        declare("amy", "{\"relation\":\"FAMILY\",\"name\":\"Remy Relative\",\"dateOfBirth\":\"2013-05-06\"}");
        var key = new String[] {"Idempotency-Key", "removal-" + System.nanoTime()};
        var first = post("amy", "/api/my-connections/removal", "", key);
        assertThat(first.json().get("removalAsked").asLong()).isEqualTo(1);
        declare("amy", "{\"relation\":\"FAMILY\",\"name\":\"Romy Relative\",\"dateOfBirth\":\"2014-05-06\"}");
        assertThat(post("amy", "/api/my-connections/removal", "", key).body()).isEqualTo(first.body());
        assertThat(get("amy", "/api/my-connections").json().get("removalAsked").asLong())
                .isEqualTo(1);
    }

    @Test
    void nobody_tries_postcodes_out() {
        declare("amy", "{\"relation\":\"HOME\",\"postcode\":\"SL4 1TT\"}");
        assertThat(post("amy", "/api/my-connections", "{\"relation\":\"HOME\",\"postcode\":\"SL4 1TU\"}")
                        .code())
                .isEqualTo("home-declared");
        assertThat(get("amy", "/api/my-connections").json().get("declared").asLong())
                .isEqualTo(1);
    }
}

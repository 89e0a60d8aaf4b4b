package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/** A mother who is helped in secret, a father who must not find her, and colleagues who are barred from a case. */
class NotTheirsToKnowTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static int number;

    private String referral = "";
    private String child = "";
    private String mother = "";
    private String father = "";
    private String meeting = "";
    private String key = "";
    private String name = "";

    private Answer on(String person, String path, String body) {
        var answer = post(person, "/api/referrals/" + referral + path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 202);
        return answer;
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
        return answer;
    }

    @BeforeEach
    void aFamily() {
        number++;
        name = "Nia " + (char) ('A' + number) + "secret";
        key = UUID.randomUUID().toString();
        var search = post("amy", "/api/person-searches", "{\"name\":\"" + name + "\"}")
                .text("searchId");
        referral = done(post("amy", "/api/referrals", """
                {"channel":"PHONE","receivedOn":"%1$s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"NEIGHBOUR","name":"Nora Nextdoor","anonymousToFamily":true},
                 "familyAware":"NO","familyNotAwareReason":"The father is dangerous.","immediateRisk":false,"child":"c",
                 "summary":"The summary.","worries":"The worries.","parentsViews":"The mother's own words.",
                 "excludedAgencies":["THAMES_VALLEY_POLICE"],"searchId":"%2$s",
                 "people":[{"key":"c","part":"CHILD","name":"%3$s","dateOfBirth":"2014-02-03","inHousehold":true},
                           {"key":"m","part":"PARENT_OR_CARER","name":"Mo %3$s","dateOfBirth":"1985-01-01","inHousehold":true,
                            "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]},
                           {"key":"f","part":"PARENT_OR_CARER","name":"Dan %3$s","dateOfBirth":"1980-01-01","address":"1 Old Road",
                            "inHousehold":false,
                            "relationships":[{"to":"c","kind":"father","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, search, name), "Idempotency-Key", key))
                .text("id");
        var people = get("amy", "/api/referrals/" + referral).json().get("people");
        child = people.get(0).get("personId").asString();
        mother = people.get(1).get("personId").asString();
        father = people.get(2).get("personId").asString();
        consented(child, "PARENTAL_RESPONSIBILITY");
        on(
                "amy",
                "/triage",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"The rationale.\",\"triagedOn\":\"%s\"}".formatted(TODAY));
        meeting = done(post("carol", "/api/hub-meetings", """
                {"team":"windsor","meetsOn":"%s","startsAt":"09:30","place":"Room 2","chair":"carol",
                 "members":[{"memberId":"amy","name":"Amy","organisation":"afc"},{"memberId":"maya","name":"Maya","organisation":"afc"},
                            {"memberId":"colin","name":"Colin Frost","organisation":"CAMHS"}]}""".formatted(TODAY))).text("id");
        on("amy", "/agenda", "{\"meetingId\":\"" + meeting + "\"}");
        done(post("carol", "/api/hub-meetings/" + meeting + "/agenda-publication", ""));
    }

    private String consented(String person, String capacity) {
        return on("amy", "/consents", """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB","ALLOCATE_SERVICE","SHARE_WITH_AGENCIES"],"agencies":["EDUCATION_AND_SCHOOLS"],
                 "categories":["IDENTIFIERS_AND_CONTACTS"],"givenBy":"%s","capacity":"%s","method":"SIGNED_FORM",
                 "wordingVersion":"w1","noticeVersion":"n1","givenOn":"%s","reviewOn":"%s"}""".formatted(person, mother, capacity, TODAY, TODAY.plusMonths(6)))
                .text("id");
    }

    private String decided() {
        done(post("carol", "/api/hub-meetings/" + meeting + "/attendance", "{\"present\":[\"carol\",\"colin\"]}"));
        return on("carol", "/discussions", """
                {"meetingId":"%s","options":[{"decision":"ALLOCATE"},{"decision":"SIGNPOST"}],"decision":"ALLOCATE",
                 "rationale":"The reasons of all.","dissent":[{"member":"colin","reason":"The dissent."}]}""".formatted(meeting)).text("id");
    }

    private Answer asFamily(String person, String path) {
        var token = RunningHub.send(HttpRequest.newBuilder(URI.create(base() + "/demo/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=fay&password=demo&person=" + person)))
                .text("access_token");
        return RunningHub.send(
                HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer " + token));
    }

    @Test
    void a_father_does_not_learn_who_helps_the_mother_from_who_looked() {
        var consent = consented(mother, "ADULT_FOR_SELF");
        decided();
        var offer = done(post("maya", "/api/services", """
                {"name":"A safe place","provider":"bright-paths","description":"d","needs":["EDUCATION"],"levels":["ADDITIONAL"],
                 "areas":["Clewer"],"places":3}""")).text("id");
        var allocation = on(
                        "amy",
                        "/allocations",
                        "{\"offerId\":\"%s\",\"people\":[\"%s\"],\"answerBy\":\"%s\"}"
                                .formatted(offer, mother, TODAY.plusDays(5)))
                .text("id");
        var path = "/api/referrals/" + referral;
        assertThat(get("rosa", path).status()).isEqualTo(200);
        on("amy", "/consent-withdrawals", """
                {"consentId":"%s","personId":"%s","withdrawnBy":"%s","purposes":["ALLOCATE_SERVICE"],"channel":"PHONE","withdrawnOn":"%s"}""".formatted(consent, mother, mother, TODAY));
        assertThat(get("rosa", path).status()).isEqualTo(404);
        post("rosa", path + "/allocations/" + allocation + "/decline", "{\"reason\":\"NO_CAPACITY\"}");
        await().untilAsserted(() ->
                assertThat(get("amy", path + "/who-looked").body()).contains("rosa", "RecordAccess.RecordRefused"));
        assertThat(asFamily(mother, "/api/my-record/who-looked").body()).contains("bright-paths");
        assertThat(asFamily(father, "/api/my-record/who-looked").body())
                .contains("caseworker")
                .doesNotContain("bright-paths")
                .doesNotContain("provider");
        assertThat(get("dora", "/api/people/" + father + "/who-looked").body()).doesNotContain("bright-paths");
    }

    private JsonNode pack(String decision, String complainant) {
        var id = on("maya", "/accountability-packs", """
                {"discussionId":"%s","profile":"COMPLAINANT","complainant":"%s","expiresInDays":5}""".formatted(decision, complainant))
                .text("id");
        await().atMost(java.time.Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                get("maya", "/api/accountability-packs/" + id).text("state"))
                        .isEqualTo("READY"));
        return get("maya", "/api/accountability-packs/" + id + "/json").json();
    }

    @Test
    void a_complainant_s_pack_holds_their_own_entries_and_nothing_about_anybody_else() {
        consented(mother, "ADULT_FOR_SELF");
        on("amy", "/information", """
                {"personId":"%s","category":"SPECIAL_CATEGORY","kind":"domestic-abuse-by-father","text":"t","source":"s"}""".formatted(mother));
        on("amy", "/information", """
                {"personId":"%s","category":"ATTENDANCE","kind":"his-own","text":"His own words.","source":"A source."}""".formatted(father));
        on("amy", "/corrections", """
                {"personId":"%s","field":"address","now":"A refuge","reason":"She moved."}""".formatted(mother));
        on("amy", "/corrections", """
                {"personId":"%s","field":"address","now":"2 New Road","reason":"Mum said so."}""".formatted(father));
        var decision = decided();
        assertThat(post("amy", "/api/referrals/" + referral + "/sharings", """
                {"recipient":"THAMES_VALLEY_POLICE","recipientName":"Ms Reader","people":["%s","%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "fields":["name"],"purpose":"DELIVER_SERVICE","basis":"CONSENT","necessity":"n","proportionality":"p",
                 "channel":"HUB_PORTAL","familyTold":true,"accessUntil":"%s"}""".formatted(
                                        child, father, TODAY.plusMonths(3)))
                        .status())
                .isEqualTo(409);
        var his = pack(decision, father).toString();
        assertThat(his)
                .contains("2 New Road", "His own words.", "ALLOCATE", "the Hub refused it", "rights request")
                .doesNotContain(mother)
                .doesNotContain(child)
                .doesNotContain("domestic-abuse-by-father")
                .doesNotContain("SPECIAL_CATEGORY")
                .doesNotContain("A refuge")
                .doesNotContain("Mum said so.")
                .doesNotContain("A source.")
                .doesNotContainIgnoringCase("police")
                .doesNotContain("does not want")
                .doesNotContain("The reasons of all.")
                .doesNotContain("Nora")
                .doesNotContain("\"carol\"")
                .doesNotContain("\"colin\"")
                .doesNotContain("Amy Khan")
                .doesNotContain("Maya");
        assertThat(pack(decision, child).toString())
                .contains(name)
                .doesNotContain(mother)
                .doesNotContain(father)
                .doesNotContain("The mother's own words.")
                .doesNotContain("The summary.")
                .doesNotContain("The worries.")
                .doesNotContain("The rationale.")
                .doesNotContain("The reasons of all.")
                .doesNotContain("The dissent.");
    }

    @Test
    void a_date_of_birth_that_makes_the_child_an_adult_shuts_the_table_at_once() {
        var path = "/api/referrals/" + referral;
        assertThat(get("colin", path).body())
                .contains("HUB_MEMBER")
                .doesNotContain("The rationale.", "The father is dangerous.");
        on("amy", "/corrections", """
                {"personId":"%s","field":"dateOfBirth","now":"2000-01-01","reason":"typo"}""".formatted(child));
        assertThat(get("colin", path).status()).isEqualTo(404);
        await().untilAsserted(
                        () -> assertThat(get("amy", path + "/trail?limit=200").body())
                                .contains("Referral.ConsentReviewReached", "Referral.TakenOffAgenda"));
    }

    @Test
    void whoever_is_barred_by_an_interest_finds_the_case_in_no_list_and_in_no_proof() {
        on("amy", "/sharings", """
                {"recipient":"EDUCATION_AND_SCHOOLS","recipientName":"Ms Reader","people":["%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "fields":["name"],"purpose":"DELIVER_SERVICE","basis":"CONSENT","necessity":"n","proportionality":"p",
                 "channel":"HUB_PORTAL","familyTold":true,"accessUntil":"%s"}""".formatted(child, TODAY.plusMonths(3)));
        var register = "/api/sharing-register?referral=" + referral;
        var item = "/api/hub-meetings/" + meeting;
        var proof = "/api/proof/commands/" + key;
        await().untilAsserted(() -> assertThat(get("amy", register).body()).contains(referral));
        await().untilAsserted(() -> assertThat(get("amy", item).body()).contains(referral));
        await().untilAsserted(() -> assertThat(get("amy", proof).status()).isEqualTo(200));
        done(post(
                "amy",
                "/api/hub-meetings/" + meeting + "/interests",
                "{\"referralId\":\"" + referral + "\",\"nature\":\"FRIEND\"}"));
        assertThat(get("amy", "/api/referrals/" + referral).status()).isEqualTo(404);
        assertThat(get("amy", register).body()).doesNotContain(referral);
        assertThat(get("amy", item).body()).doesNotContain(referral);
        assertThat(get("amy", proof).status()).isEqualTo(404);
        assertThat(get("maya", register).body()).contains(referral);
    }

    @Test
    void the_case_of_somebody_s_own_family_is_in_no_list_of_theirs() {
        await().untilAsserted(() -> assertThat(found("amy")).contains(referral));
        done(post("amy", "/api/my-connections", """
                {"relation":"FAMILY","name":"%s","dateOfBirth":"2014-02-03"}""".formatted(name)));
        assertThat(get("amy", "/api/referrals/" + referral).code()).isEqualTo("too-close");
        assertThat(found("amy")).doesNotContain(referral);
        assertThat(get("amy", "/api/worklist?limit=200").body()).doesNotContain(referral);
        assertThat(found("maya")).contains(referral);
    }

    private String found(String who) {
        return post(who, "/api/person-searches", "{\"name\":\"" + name + "\"}").body();
    }

    @Test
    void a_member_stays_found_when_a_recognition_as_them_proves_wrong() {
        var mo = "{\"name\":\"Mo " + name + "\"}";
        await().untilAsserted(() ->
                assertThat(post("amy", "/api/person-searches", mo).body()).contains(mother));
        var search = post("amy", "/api/person-searches", mo).text("searchId");
        on("amy", "/links", """
                {"personId":"%s","samePersonAs":"%s","reason":"They look alike.","searchId":"%s"}""".formatted(child, mother, search));
        on("amy", "/unlinks", """
                {"personId":"%s","samePersonAs":"%s","reason":"They do not."}""".formatted(child, mother));
        await().untilAsserted(() -> assertThat(get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                        .body())
                .contains("Referral.PersonUnlinked"));
        await().during(java.time.Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(post("amy", "/api/person-searches", mo).body())
                                .contains(mother));
    }

    @Test
    void a_pack_of_a_case_that_was_shut_since_is_as_if_it_were_not_there() {
        var decision = decided();
        var id = on("amy", "/accountability-packs", """
                {"discussionId":"%s","profile":"INVESTIGATOR","expiresInDays":5}""".formatted(decision)).text("id");
        var path = "/api/accountability-packs/" + id;
        assertThat(get("amy", path).status()).isEqualTo(200);
        await().atMost(java.time.Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("amy", path).text("state")).isEqualTo("READY"));
        var head = RunningHub.send(HttpRequest.newBuilder(URI.create(base() + path + "/json"))
                .header("Authorization", "Bearer " + RunningHub.token("amy"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(405);
        done(post("amy", "/api/my-connections", """
                {"relation":"FAMILY","name":"%s","dateOfBirth":"2014-02-03"}""".formatted(name)));
        assertThat(get("amy", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/hub-meetings", "/api/shared-with-me", "/api/break-glass"})
    void a_page_after_an_id_that_is_somebody_else_s_is_refused_like_one_after_none(String list) {
        var who = list.endsWith("with-me") ? "hana" : list.endsWith("glass") ? "dora" : "pat";
        for (var id : List.of(meeting, UUID.randomUUID().toString())) {
            var answer = get(who, list + "?after=" + id);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("bad-cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"level\":0,\"rationale\":\"r\",\"triagedOn\":\"2026-11-24\"}",
                "{\"level\":\"ADDITIONAL\",\"rationale\":true,\"triagedOn\":\"2026-11-24\"}",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"r\",\"triagedOn\":[2026,11,24]}"
            })
    void what_is_not_of_the_kind_that_a_field_holds_is_refused_by_name(String body) {
        var answer = post("amy", "/api/referrals/" + referral + "/triage", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isIn("level", "rationale", "triagedOn");
    }

    private static double evened() {
        return RunningHub.CONTEXT
                .getBean(MeterRegistry.class)
                .get("hub.refusals.evened")
                .counter()
                .count();
    }

    /** A look, a command, and a command that is not even well written: of a case, and of none. */
    @Test
    void who_is_told_that_there_is_nothing_is_told_at_a_whole_step_of_time_on_every_way() {
        for (var id : List.of(referral, UUID.randomUUID().toString())) {
            var path = "/api/referrals/" + id;
            var before = evened();
            assertThat(get("tom", path).status()).isEqualTo(404);
            assertThat(post("tom", path + "/closure", "{\"reasonCode\":\"NEEDS_MET\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(post("tom", path + "/closure", "{\"reasonCode\":0}").status())
                    .isEqualTo(404);
            assertThat(evened() - before).isEqualTo(3);
        }
    }

    @Test
    void nobody_is_present_twice() {
        var answer =
                post("carol", "/api/hub-meetings/" + meeting + "/attendance", "{\"present\":[\"carol\",\"carol\"]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Name each person once.");
    }

    @Test
    void a_token_with_a_character_more_signs_nobody_in() {
        var answer = RunningHub.send(HttpRequest.newBuilder(URI.create(base() + "/api/worklist"))
                .header("Authorization", "Bearer " + RunningHub.token("amy") + "A"));
        assertThat(answer.status()).isEqualTo(401);
    }
}

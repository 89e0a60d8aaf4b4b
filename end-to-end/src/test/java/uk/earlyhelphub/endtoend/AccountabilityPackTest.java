package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CLOCK;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.PublicLogKey;

/** Scenario B of the peers' failures: a parent complains fourteen months after the Hub decided. */
class AccountabilityPackTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private String referral = "";
    private String child = "";
    private String mother = "";
    private String decision = "";

    @AfterEach
    void backToToday() {
        CLOCK.ahead(Duration.ZERO);
    }

    private Answer on(String person, String path, String body) {
        var answer = post(person, "/api/referrals/" + referral + path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 202);
        return answer;
    }

    @BeforeEach
    void aFamilyWhoseCaseWasDecided() {
        var search =
                post("amy", "/api/person-searches", "{\"name\":\"Bea Pack\"}").text("searchId");
        var received = post("amy", "/api/referrals", """
                {"channel":"PHONE","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"NEIGHBOUR","name":"Nora Nextdoor","contact":"01632 960199","anonymousToFamily":true},
                 "familyAware":"YES","immediateRisk":false,"child":"c","summary":"Bea is often alone.","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Bea Pack","inHousehold":true},
                           {"key":"f","part":"PARENT_OR_CARER","name":"Frank Pack","phone":"07700 900456","inHousehold":false},
                           {"key":"p","part":"PARENT_OR_CARER","name":"Paula Pack","inHousehold":true,
                            "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, search));
        referral = received.text("id");
        var people = get(
                        "amy",
                        "/api/referrals/" + referral + "?version="
                                + received.json().get("version").asLong())
                .json()
                .get("people");
        child = people.get(0).get("personId").asString();
        mother = people.get(2).get("personId").asString();
        on(
                "amy",
                "/consents",
                "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\",\"ALLOCATE_SERVICE\",\"SHARE_WITH_AGENCIES\"],\"agencies\":[\"CAMHS\"],\"categories\":[\"ATTENDANCE\"],\"givenBy\":\"%s\",\"capacity\":\"PARENTAL_RESPONSIBILITY\",\"method\":\"SIGNED_FORM\",\"wordingVersion\":\"w3\",\"noticeVersion\":\"n5\",\"givenOn\":\"%s\",\"reviewOn\":\"%s\"}"
                        .formatted(child, mother, TODAY, TODAY.plusMonths(6)));
        on(
                "amy",
                "/triage",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"Two needs.\",\"triagedOn\":\"%s\"}".formatted(TODAY));
        var meeting = post(
                        "carol",
                        "/api/hub-meetings",
                        "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya Lindqvist\",\"organisation\":\"afc\"},{\"memberId\":\"colin\",\"name\":\"Colin Frost\",\"organisation\":\"CAMHS\"}]}"
                                .formatted(TODAY))
                .text("id");
        on("amy", "/agenda", "{\"meetingId\":\"" + meeting + "\"}");
        assertThat(post("carol", "/api/hub-meetings/" + meeting + "/agenda-publication", "")
                        .status())
                .isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(get("colin", "/api/referrals/" + referral).status()).isEqualTo(200));
        assertThat(post(
                                "carol",
                                "/api/hub-meetings/" + meeting + "/attendance",
                                "{\"present\":[\"carol\",\"colin\"],\"apologies\":[\"maya\"]}")
                        .status())
                .isEqualTo(202);
        decision = on(
                        "carol",
                        "/discussions",
                        "{\"meetingId\":\"%s\",\"options\":[{\"decision\":\"ALLOCATE\"},{\"decision\":\"SIGNPOST\"}],\"decision\":\"SIGNPOST\",\"rationale\":\"The school can help best.\",\"dissent\":[{\"member\":\"colin\",\"reason\":\"I would offer a service.\"}]}"
                                .formatted(meeting))
                .text("id");
        assertThat(post("carol", "/api/hub-meetings/" + meeting + "/held", "").status())
                .isEqualTo(202);
        on(
                "amy",
                "/corrections",
                "{\"personId\":\"%s\",\"field\":\"name\",\"was\":\"Bea Pack\",\"now\":\"Beatrice Pack\",\"reason\":\"Birth certificate.\"}"
                        .formatted(child));
        get("amy", "/api/referrals/" + referral);
    }

    private String made(String person, String body) {
        var asked = post(person, "/api/referrals/" + referral + "/accountability-packs", body);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        var id = asked.text("id");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                get(person, "/api/accountability-packs/" + id).text("state"))
                        .isEqualTo("READY"));
        return id;
    }

    @Test
    void a_request_that_comes_thirty_times_with_one_key_is_one_pack() {
        var path = "/api/referrals/" + referral + "/accountability-packs";
        var body = "{\"discussionId\":\"%s\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":30}".formatted(decision);
        var key = new String[] {"Idempotency-Key", "pack-" + referral};
        var packs = java.util.stream.IntStream.range(0, 30)
                .mapToObj(n -> post("ines", path, body, key))
                .peek(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(202))
                .map(answer -> answer.text("id"))
                .distinct()
                .toList();
        assertThat(packs).hasSize(1);
        assertThat(new JdbcTemplate(CONTEXT.getBean(Databases.class).projector())
                        .queryForObject(
                                "select count(*) from projections.accountability_pack where referral_id = ?::uuid and requested_by = 'ines'",
                                Long.class,
                                referral))
                .isEqualTo(1);
        assertThat(post("ines", path, body.replace("30", "31"), key).code()).isEqualTo("idempotency-key-reused");
        assertThat(post("ines", path, body).text("id"))
                .as("without a key it is another pack")
                .isNotEqualTo(packs.getFirst());
    }

    private static JsonNode pack(String person, String id) {
        var answer = get(person, "/api/accountability-packs/" + id + "/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void fourteen_months_later_an_investigator_sees_what_was_decided_by_whom_seeing_what_and_under_which_consent()
            throws Exception {
        CLOCK.ahead(Duration.ofDays(425));
        var broken = post(
                "ines",
                "/api/referrals/" + referral + "/break-glass",
                "{\"reason\":\"A complaint about the decision of the Hub.\",\"minutes\":60}");
        assertThat(broken.status()).as(broken.body()).isEqualTo(201);
        var id = made(
                "ines",
                "{\"discussionId\":\"%s\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":30}".formatted(decision));
        var pack = pack("ines", id);

        assertThat(pack.get("decision").toString())
                .contains(
                        "SIGNPOST",
                        "The school can help best.",
                        "ALLOCATE",
                        "colin",
                        "I would offer a service.",
                        "carol");
        assertThat(pack.get("meeting").toString())
                .contains("Room 2", "Colin Frost (CAMHS)", "\"apologies\":[\"maya\"]")
                .contains("agendaPublishedAt");
        assertThat(pack.get("couldSee")).hasSize(2);
        var colin = pack.get("couldSee")
                .valueStream()
                .filter(c -> c.get("actor").asString().equals("colin"))
                .findFirst()
                .orElseThrow();
        assertThat(colin.get("right").asString()).isEqualTo("HUB_MEMBER");
        assertThat(colin.get("extent").asString()).isEqualTo("COVERED_BY_CONSENT");
        assertThat(colin.get("people").toString()).isEqualTo("[\"" + child + "\"]");
        assertThat(colin.get("looked")).isNotEmpty();
        var carol = pack.get("couldSee")
                .valueStream()
                .filter(c -> c.get("actor").asString().equals("carol"))
                .findFirst()
                .orElseThrow();
        assertThat(carol.get("right").asString()).isEqualTo("TEAM");
        assertThat(pack.get("consents").valueStream().toList())
                .isNotEmpty()
                .allMatch(c -> c.get("covered").asBoolean());
        assertThat(pack.get("knownThen").toString())
                .contains("\"Bea Pack\"")
                .contains("Nora Nextdoor")
                .doesNotContain("Beatrice");
        assertThat(pack.get("cameLater").toString()).contains("Beatrice Pack");
        assertThat(pack.get("lookedSince").toString())
                .contains("\"view\":\"casefile\"")
                .contains("Ines Calder")
                .contains("BreakGlassUsed");
        assertThat(pack.get("deadlines").toString()).contains("A level of need");
        assertThat(pack.get("waiting").get("days").propertyNames()).contains("REFERRER", "FAMILY", "HUB", "PROVIDER");
        assertThat(pack.get("withheld")).isEmpty();

        var data = RunningHub.CONTEXT.getEnvironment().getProperty("hub.data");
        var key = PublicLogKey.parse(Files.readString(Path.of(String.valueOf(data), "proof-key.pub")));
        assertThat(pack.get("cited").valueStream().toList()).hasSizeGreaterThan(8);
        for (var cited : pack.get("cited")) {
            var leaf = cited.get("leaf").asString().getBytes(StandardCharsets.UTF_8);
            ProofFile.verify(cited.get("proof").asString(), leaf, key);
        }
        var pdf = get("ines", "/api/accountability-packs/" + id + "/pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.raw().headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        CLOCK.ahead(Duration.ofDays(425).plusHours(2));
        var over = get("ines", "/api/accountability-packs/" + id + "/json");
        assertThat(over.code()).as("the emergency is over").isEqualTo("pack-out-of-reach");
        assertThat(over.body()).doesNotContain("Bea");
        await().untilAsserted(() -> assertThat(get("aled", "/api/referrals/" + referral + "/trail?limit=200")
                        .body())
                .contains("Records were taken out of the Hub as a file: an accountability pack, as a PDF"));
    }

    @Test
    void the_person_who_complains_is_not_told_who_referred_them_nor_about_others_and_is_told_that_they_are_not() {
        var id = made(
                "maya",
                "{\"discussionId\":\"%s\",\"profile\":\"COMPLAINANT\",\"complainant\":\"%s\",\"expiresInDays\":30}"
                        .formatted(decision, mother));
        var pack = pack("maya", id);
        assertThat(pack.toString())
                .contains("SIGNPOST")
                .contains("Paula Pack")
                .doesNotContain("Bea Pack")
                .doesNotContain("The school can help best.")
                .doesNotContain("Nora")
                .doesNotContain("01632")
                .doesNotContain("NEIGHBOUR")
                .doesNotContain("Frank")
                .doesNotContain("07700 900456")
                .doesNotContain("Amy Khan");
        assertThat(pack.get("withheld").valueStream().toList())
                .anyMatch(w -> w.get("what").asString().equals("What was said about the case as a whole"))
                .allMatch(w -> w.get("reason").asString().length() > 20
                        && w.get("times").asLong() > 0);
    }

    @Test
    void whoever_nothing_ties_to_the_content_gets_the_account_without_it() {
        var pack = pack(
                "ines",
                made(
                        "ines",
                        "{\"discussionId\":\"%s\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":30}"
                                .formatted(decision)));
        assertThat(pack.toString())
                .contains("SIGNPOST")
                .contains("[sealed]")
                .doesNotContain("Bea")
                .doesNotContain("school can help");
        assertThat(pack.get("withheld").toString()).contains("Nothing ties this reader");
    }

    @Test
    void a_pack_is_its_asker_s_own_expires_and_is_asked_for_properly() {
        var id = made(
                "maya",
                "{\"discussionId\":\"%s\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":2}".formatted(decision));
        assertThat(get("amy", "/api/accountability-packs/" + id).status()).isEqualTo(404);
        assertThat(get("amy", "/api/accountability-packs/" + id + "/json").status())
                .isEqualTo(404);
        assertThat(post(
                                "hana",
                                "/api/referrals/" + referral + "/accountability-packs",
                                "{\"discussionId\":\"x\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":2}")
                        .status())
                .isEqualTo(404);
        assertThat(post(
                                "maya",
                                "/api/referrals/" + referral + "/accountability-packs",
                                "{\"discussionId\":\"x\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":2}")
                        .code())
                .isEqualTo("no-such-decision");
        assertThat(post(
                                "maya",
                                "/api/referrals/" + referral + "/accountability-packs",
                                "{\"discussionId\":\"%s\",\"profile\":\"COMPLAINANT\",\"expiresInDays\":2}"
                                        .formatted(decision))
                        .code())
                .isEqualTo("complainant-unknown");
        CLOCK.ahead(Duration.ofDays(4));
        assertThat(get("maya", "/api/accountability-packs/" + id + "/json").status())
                .isEqualTo(404);
    }

    @Test
    void one_person_has_five_packs_waiting_at_most() {
        var worker = RunningHub.CONTEXT.getBean("packWorker", SmartLifecycle.class);
        worker.stop();
        try {
            var form = "{\"discussionId\":\"%s\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":2}".formatted(decision);
            var packs = "/api/referrals/" + referral + "/accountability-packs";
            for (int n = 0; n < 5; n++) {
                assertThat(post("carol", packs, form).status()).isEqualTo(202);
            }
            var sixth = post("carol", packs, form);
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.code()).isEqualTo("too-many-packs");
            assertThat(sixth.raw().headers().firstValue("Retry-After")).isPresent();
            assertThat(post("maya", packs, form).status()).isEqualTo(202);
        } finally {
            worker.start();
        }
        made("maya", "{\"discussionId\":\"%s\",\"profile\":\"INVESTIGATOR\",\"expiresInDays\":2}".formatted(decision));
    }

    @Test
    void what_somebody_could_have_seen_at_an_instant_is_worked_out_again() {
        var now = CLOCK.instant();
        var path = "/api/referrals/" + referral + "/could-see?asAt=" + now + "&actor=";
        assertThat(get("aled", path + "amy").text("right")).isEqualTo("TEAM");
        assertThat(get("aled", path + "tom").text("right")).isEqualTo("NONE");
        assertThat(get("aled", path + "colin").text("right")).isEqualTo("NONE");
        assertThat(get("aled", path + "nobody").text("because")).contains("Nothing of theirs is on record");
        assertThat(get("aled", "/api/referrals/" + referral + "/could-see?actor=amy&asAt=2020-01-01T00:00:00Z")
                        .code())
                .isEqualTo("before-the-beginning");
        assertThat(get("hana", path + "amy").status()).isEqualTo(404);
    }
}

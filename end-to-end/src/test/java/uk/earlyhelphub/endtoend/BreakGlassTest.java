package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CLOCK;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.DirectRecord;
import uk.earlyhelphub.platform.database.Databases;

/** In an emergency one case can be opened by somebody whom nothing ties to it, and that never goes unnoticed. */
class BreakGlassTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String WHY = "{\"reason\":\"The child was found alone at the station.\",\"minutes\":30}";
    private static final String JUSTIFIED = "{\"outcome\":\"JUSTIFIED\",\"note\":\"Confirmed by the police.\"}";
    private static Duration later = Duration.ofDays(40);

    private String referral = "";
    private String other = "";

    private static String received(String name) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"" + name + "\"}")
                .text("searchId");
        var id = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"%s","inHousehold":true}]}""".formatted(TODAY, search, name))
                .text("id");
        assertThat(get("amy", "/api/referrals/" + id + "?version=1").status()).isEqualTo(200);
        return id;
    }

    /** Each test on a day of its own, so that no emergency of another is still open. */
    @BeforeEach
    void aDayOfItsOwn() {
        later = later.plusDays(20);
        CLOCK.ahead(later);
        referral = received("Bea Glass");
        other = received("Otto Other");
    }

    @AfterEach
    void today() {
        CLOCK.ahead(Duration.ZERO);
    }

    private String broken() {
        var answer = post("tom", "/api/referrals/" + referral + "/break-glass", WHY);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var access = answer.text("accessId");
        await().until(() -> get("dora", "/api/break-glass/" + access).status() == 200);
        return access;
    }

    private static JsonNode entry(String person, String access) {
        for (var entry : get(person, "/api/break-glass?limit=200").json()) {
            if (entry.get("accessId").asString().equals(access)) {
                return entry;
            }
        }
        return RunningHub.JSON.createObjectNode();
    }

    @Test
    void it_opens_one_case_for_its_time_and_no_other() {
        assertThat(get("tom", "/api/referrals/" + referral).status()).isEqualTo(404);
        broken();
        var seen = get("tom", "/api/referrals/" + referral);
        assertThat(seen.text("seenAs")).isEqualTo("BREAK_GLASS");
        assertThat(seen.body()).contains("Bea Glass");
        assertThat(get("tom", "/api/referrals/" + other).status()).isEqualTo(404);
        var second = post("tom", "/api/referrals/" + other + "/break-glass", WHY);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("one-emergency-at-a-time");
        CLOCK.ahead(later.plusMinutes(31));
        assertThat(get("tom", "/api/referrals/" + referral).status()).isEqualTo(404);
    }

    @Test
    void it_needs_a_reason_and_no_more_than_an_hour_and_a_role() {
        var path = "/api/referrals/" + referral + "/break-glass";
        assertThat(post("tom", path, "{\"minutes\":30}").status()).isEqualTo(400);
        assertThat(post("tom", path, "{\"reason\":\"urgent\",\"minutes\":30}").status())
                .isEqualTo(400);
        assertThat(post("tom", path, WHY.replace("30", "61")).status()).isEqualTo(400);
        assertThat(post("amy", path, WHY).code()).isEqualTo("tie-exists");
        for (var stranger : new String[] {"pat", "hana", "aled", "omar"}) {
            assertThat(post(stranger, path, WHY).status()).as(stranger).isEqualTo(404);
        }
    }

    @Test
    void the_data_protection_officer_sees_it_at_once_and_reviews_it() {
        var access = broken();
        assertThat(entry("dora", access).get("who").asString()).isEqualTo("Tom Osei");
        assertThat(entry("dora", access).has("reason")).isFalse();
        assertThat(get("dora", "/api/break-glass/" + access).text("reason")).contains("alone at the station");
        assertThat(get("maya", "/api/break-glass/" + access).status()).isEqualTo(404);
        var review = "/api/break-glass/" + access + "/review";
        assertThat(post("dora", review, "{\"outcome\":\"JUSTIFIED\"}").status()).isEqualTo(400);
        var body = "{\"outcome\":\"JUSTIFIED\",\"note\":\"Confirmed by the police.\"}";
        assertThat(post("maya", review, body).status()).isEqualTo(404);
        assertThat(post("dora", review, body).status()).isEqualTo(202);
        assertThat(post("dora", review, body).code()).isEqualTo("already-reviewed");
        await().untilAsserted(() -> assertThat(entry("dora", access).isEmpty()).isTrue());
        await().untilAsserted(() -> assertThat(get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                        .body())
                .contains("opened in an emergency for 30 minutes, because: The child was found alone")
                .contains("judged that the emergency opening of the case was justified: Confirmed by the police."));
    }

    @Test
    void what_nobody_reviewed_within_five_days_reaches_the_managers() {
        var access = broken();
        CLOCK.ahead(later.plusDays(4));
        assertThat(entry("dora", access).get("escalated").asBoolean()).isFalse();
        assertThat(entry("maya", access).isEmpty()).isTrue();
        CLOCK.ahead(later.plusDays(6));
        assertThat(entry("dora", access).get("escalated").asBoolean()).isTrue();
        assertThat(entry("maya", access).get("escalated").asBoolean()).isTrue();
        assertThat(entry("aled", access).get("escalated").asBoolean()).isTrue();

        new JdbcTemplate(CONTEXT.getBean(Databases.class).projector())
                .update(
                        "update projections.break_glass set organisation = 'another' where access_id = ?::uuid",
                        access);
        assertThat(entry("maya", access).isEmpty())
                .as("what people of another organisation opened is not this manager's to see")
                .isTrue();
        assertThat(entry("aled", access).get("escalated").asBoolean()).isTrue();
        assertThat(entry("dora", access).get("escalated").asBoolean()).isTrue();
    }

    private static Stream<JsonNode> openedBy(String who, Set<String> referrals) {
        return get("dora", "/api/break-glass?limit=200")
                .json()
                .valueStream()
                .filter(e -> e.get("who").asString().equals(who)
                        && referrals.contains(e.get("referralId").asString()));
    }

    @Test
    void of_five_cases_opened_at_once_by_one_person_exactly_one_opens() throws Exception {
        var cases = IntStream.range(0, 5).mapToObj(n -> received("Five Cases")).toList();
        var answers = new ArrayList<RunningHub.Answer>();
        try (var together = Executors.newFixedThreadPool(5)) {
            var start = new CountDownLatch(1);
            var asked = cases.stream()
                    .map(id -> together.submit(() -> {
                        start.await();
                        return post("tom", "/api/referrals/" + id + "/break-glass", WHY);
                    }))
                    .toList();
            start.countDown();
            for (var one : asked) {
                answers.add(one.get());
            }
        }
        assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(a -> a.status() != 201))
                .allSatisfy(a -> assertThat(a.code()).isEqualTo("one-emergency-at-a-time"));
        assertThat(cases.stream()
                        .filter(id -> get("tom", "/api/referrals/" + id).status() == 200))
                .hasSize(1);
    }

    @Test
    void what_is_sent_again_with_one_key_is_one_emergency_and_one_answer() throws Exception {
        var key = new String[] {"Idempotency-Key", "emergency-" + referral};
        var path = "/api/referrals/" + referral + "/break-glass";
        var bodies = new HashSet<String>();
        try (var together = Executors.newFixedThreadPool(4)) {
            var asked = IntStream.range(0, 20)
                    .mapToObj(n -> together.submit(() -> post("tom", path, WHY, key)))
                    .toList();
            for (var one : asked) {
                assertThat(one.get().status()).as(one.get().body()).isEqualTo(201);
                bodies.add(one.get().body());
            }
        }
        assertThat(bodies).hasSize(1);
        await().untilAsserted(() ->
                assertThat(openedBy("Tom Osei", Set.of(referral)).count()).isEqualTo(1));
        assertThat(post("tom", path, WHY.replace("30", "20"), key).code()).isEqualTo("idempotency-key-reused");
        assertThat(post("tom", path, WHY).code()).isEqualTo("emergency-is-open");
        var access = openedBy("Tom Osei", Set.of(referral))
                .findFirst()
                .orElseThrow()
                .get("accessId")
                .asString();
        assertThat(bodies).first().asString().contains(access);
        var judged = new String[] {"Idempotency-Key", "judged-" + referral};
        for (var again = 0; again < 2; again++) {
            assertThat(post("dora", "/api/break-glass/" + access + "/review", JUSTIFIED, judged)
                            .status())
                    .isEqualTo(202);
        }
    }

    @Test
    void what_was_refused_is_on_record_for_the_officer_and_in_the_trail_of_the_case() {
        broken();
        var second = post("tom", "/api/referrals/" + other + "/break-glass", WHY);
        assertThat(second.code()).isEqualTo("one-emergency-at-a-time");
        assertThat(second.json().get("recorded").asBoolean()).isTrue();
        assertThat(post("tom", "/api/referrals/" + referral + "/break-glass", WHY)
                        .code())
                .isEqualTo("emergency-is-open");
        await().untilAsserted(() -> assertThat(
                        get("dora", "/api/break-glass/refusals?limit=200").json())
                .anyMatch(r -> r.get("referralId").asString().equals(other)
                        && r.get("who").asString().equals("Tom Osei")
                        && r.get("rule").asString().equals("one-emergency-at-a-time"))
                .anyMatch(r -> r.get("referralId").asString().equals(referral)
                        && r.get("rule").asString().equals("emergency-is-open")));
        assertThat(get("maya", "/api/break-glass/refusals").status()).isEqualTo(403);
        await().untilAsserted(() -> assertThat(get("amy", "/api/referrals/" + other + "/trail?limit=200")
                        .body())
                .contains("Somebody wanted to open the case in an emergency and was refused, because"
                        + " they had another case open in an emergency."));
    }

    @Test
    void a_refusal_that_is_sent_again_with_its_key_is_one_refusal() {
        broken();
        var key = new String[] {"Idempotency-Key", "refused-" + other};
        for (var again = 0; again < 3; again++) {
            assertThat(post("tom", "/api/referrals/" + other + "/break-glass", WHY, key)
                            .code())
                    .isEqualTo("one-emergency-at-a-time");
        }
        await().untilAsserted(() -> assertThat(get("dora", "/api/break-glass/refusals?limit=200")
                        .json()
                        .valueStream()
                        .filter(r -> r.get("referralId").asString().equals(other)))
                .hasSize(1));
    }

    /** Until openings had a stream for each person, each was one of its own. */
    @Test
    void an_opening_of_an_earlier_release_still_counts_and_is_reviewed_once() {
        var id = UUID.randomUUID().toString();
        var reason = CONTEXT.getBean(Vault.class)
                .sealer(id)
                .seal(
                        BreakGlassUsed.class,
                        "reason",
                        new PersonId(UUID.randomUUID().toString()),
                        "Found alone.");
        new DirectRecord(CONTEXT.getBean(EventStore.class), RunningHub.CLOCK)
                .add(
                        new DirectRecord.By(
                                new Actor("tom", "Tom Osei", Role.CASEWORKER, "afc", "maidenhead"),
                                Purpose.PROTECT,
                                id),
                        id,
                        0,
                        id,
                        new BreakGlassUsed(new AccessId(id), new ReferralId(referral), reason, 30));
        assertThat(get("tom", "/api/referrals/" + referral).status()).isEqualTo(200);
        assertThat(post("tom", "/api/referrals/" + other + "/break-glass", WHY).code())
                .isEqualTo("one-emergency-at-a-time");
        await().until(() -> get("dora", "/api/break-glass/" + id).status() == 200);
        var review = "/api/break-glass/" + id + "/review";
        assertThat(post("dora", review, JUSTIFIED).status()).isEqualTo(202);
        assertThat(post("dora", review, JUSTIFIED).code()).isEqualTo("already-reviewed");
    }

    @Test
    void after_four_emergencies_in_a_day_the_officer_reviews_one_before_the_next() {
        var path = "/api/referrals/" + referral + "/break-glass";
        var access = "";
        for (var n = 0; n < 4; n++) {
            CLOCK.ahead(later.plusMinutes(40L * n));
            access = broken();
        }
        CLOCK.ahead(later.plusMinutes(160));
        assertThat(post("tom", path, WHY).code()).isEqualTo("emergency-needs-review");
        assertThat(post("dora", "/api/break-glass/" + access + "/review", JUSTIFIED)
                        .status())
                .isEqualTo(202);
        assertThat(post("tom", path, WHY).status()).isEqualTo(201);
    }
}

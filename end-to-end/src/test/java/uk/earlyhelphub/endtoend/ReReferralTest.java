package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CLOCK;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A family that comes back within twelve months is not met as if it were new. */
class ReReferralTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private static String searched() {
        return post("amy", "/api/person-searches", "{\"name\":\"Comes Again\"}").text("searchId");
    }

    private static String body(LocalDate on, String more, String search) {
        return """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",%s
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Comes Again","inHousehold":true}]}""".formatted(on, more, search);
    }

    private static String received(LocalDate on, String more) {
        var answer = post("amy", "/api/referrals", body(on, more, searched()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static String child(String referral) {
        return get("amy", "/api/referrals/" + referral + "?version=1")
                .json()
                .get("people")
                .get(0)
                .get("personId")
                .asString();
    }

    private static void flagged(String referral, String... earlier) {
        await().untilAsserted(() -> {
            var found = get("amy", "/api/referrals/" + referral).json().get("earlierReferrals");
            assertThat(found).extracting(e -> e.get("id").asString()).containsExactlyInAnyOrder(earlier);
        });
    }

    @Test
    void it_is_flagged_once_somebody_is_recognised_or_the_previous_one_is_named() {
        var first = received(TODAY.minusDays(30), "");
        post("amy", "/api/referrals/" + first + "/closure", "{\"reasonCode\":\"NEEDS_MET\"}");
        var second = received(TODAY, "");
        flagged(second);
        var link =
                "{\"personId\":\"%s\",\"samePersonAs\":\"%s\",\"reason\":\"Same birthday and school.\",\"searchId\":\"%s\"}";
        var stranger = post(
                "amy",
                "/api/referrals/" + second + "/links",
                link.formatted(child(second), UUID.randomUUID(), searched()));
        assertThat(stranger.code())
                .as("nobody learns of a person whom no search has shown to them")
                .isEqualTo("not-found-by-search");
        var linked = post(
                "amy", "/api/referrals/" + second + "/links", link.formatted(child(second), child(first), searched()));
        assertThat(linked.status()).as(linked.body()).isBetween(201, 202);
        flagged(second, first);
        flagged(first);
        assertThat(get("tom", "/api/referrals/" + second).status()).isEqualTo(404);
        var third = received(TODAY, "\"previousReferral\":\"" + first + "\",");
        flagged(third, first);
        await().untilAsserted(() -> assertThat(
                        get("amy", "/api/worklist?limit=200").json().get("entries"))
                .anyMatch(e -> e.get("id").asString().equals(second)
                        && e.get("reReferral").asBoolean()));
    }

    @Test
    void a_search_holds_for_a_day_and_an_answer_once_given_for_good() {
        var key = new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
        var form = body(TODAY, "", searched());
        var late = body(TODAY, "", searched());
        var answer = post("amy", "/api/referrals", form, key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        try {
            CLOCK.ahead(Duration.ofHours(25));
            assertThat(post("amy", "/api/referrals", form, key).text("id")).isEqualTo(answer.text("id"));
            var refused = post("amy", "/api/referrals", late);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("search-first");
        } finally {
            CLOCK.ahead(Duration.ZERO);
        }
    }

    @Test
    void what_was_closed_more_than_twelve_months_before_is_not() {
        var late = received(TODAY.minusMonths(14), "");
        post("amy", "/api/referrals/" + late + "/closure", "{\"reasonCode\":\"NEEDS_MET\"}");
        RunningHub.CLOCK.ahead(java.time.Duration.ofDays(400));
        try {
            var next = received(TODAY.plusDays(399), "\"previousReferral\":\"" + late + "\",");
            flagged(next);
        } finally {
            RunningHub.CLOCK.ahead(java.time.Duration.ZERO);
        }
    }
}

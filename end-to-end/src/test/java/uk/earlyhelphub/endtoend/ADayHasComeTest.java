package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CLOCK;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.database.Databases;

/** Nobody has to remember a review date, a birthday or the end of a recipient's access. */
class ADayHasComeTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private final String referral = received();

    private static String received() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Nearly Grown\"}")
                .text("searchId");
        var answer = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"YOUNG_PERSON","name":"Nearly Grown","dateOfBirth":"%s","inHousehold":true},
                  {"key":"m","part":"PARENT_OR_CARER","name":"Her Mother","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(
                        TODAY, search, TODAY.plusDays(10).minusYears(18)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    @AfterEach
    void today() {
        CLOCK.ahead(Duration.ZERO);
    }

    private String person(int number) {
        var answer = get("amy", "/api/referrals/" + referral + "?version=2").json();
        return answer.get("people").get(number).get("personId").asString();
    }

    private void on(String path, String body) {
        var answer = post("amy", "/api/referrals/" + referral + path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(201, 202);
    }

    private void consent() {
        on("/consents", """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB","SHARE_WITH_AGENCIES"],"agencies":["CAMHS"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","competence":{"assessedBy":"amy","reasons":"Two assessments found that he cannot decide this."},
                 "method":"SIGNED_FORM","wordingVersion":"w3",
                 "noticeVersion":"n5","givenOn":"%s","reviewOn":"%s"}""".formatted(person(0), person(1), TODAY, TODAY.plusMonths(6)));
        on("/sharings", """
                {"recipient":"CAMHS","recipientName":"Dr Lamb","people":["%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],"fields":["name"],
                 "purpose":"SUPPORT_EDUCATION","basis":"CONSENT","necessity":"n","proportionality":"p","channel":"HUB_PORTAL",
                 "familyTold":true,"accessUntil":"%s"}""".formatted(person(0), TODAY.plusMonths(3)));
    }

    private void theTrailSays(String... sentences) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                                .body())
                        .contains(sentences));
    }

    private String trail() {
        return get("amy", "/api/referrals/" + referral + "/trail?limit=200").body();
    }

    @Test
    void an_18th_birthday_ends_what_rests_on_a_parents_consent() {
        consent();
        CLOCK.ahead(Duration.ofDays(9));
        theTrailSays("shared with CAMHS");
        assertThat(trail()).doesNotContain("The Hub's clock");
        CLOCK.ahead(Duration.ofDays(11));
        theTrailSays("turned 18", "The access of CAMHS to what was shared ended on", "The Hub's clock");
    }

    @Test
    void access_and_consent_end_on_their_days_even_if_several_were_missed() {
        consent();
        CLOCK.ahead(Duration.ofDays(400));
        theTrailSays("review date", "The access of CAMHS to what was shared ended");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(get("omar", "/actuator/health").body()).contains("\"overdue\":0"));
    }

    @Test
    void a_review_that_came_while_the_referral_was_closed_is_made_up_for_when_it_is_reopened() {
        consent();
        on("/closure", "{\"reasonCode\":\"NEEDS_MET\"}");
        var reviewDay = TODAY.plusMonths(6);
        CLOCK.ahead(Duration.ofDays(reviewDay.toEpochDay() - TODAY.toEpochDay()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(kept(reviewDay)).as("looked at while closed").isPositive());
        assertThat(trail()).doesNotContain("The Hub's clock");
        on("/reopening", "{\"reason\":\"They called again.\"}");
        theTrailSays("review date", "The Hub's clock");
    }

    private int kept(LocalDate day) {
        var kept = new JdbcTemplate(CONTEXT.getBean(Databases.class).projector())
                .queryForObject(
                        "select count(*) from reactions.deadline_kept where referral_id = ?::uuid and due_on = ?",
                        Integer.class,
                        referral,
                        Date.valueOf(day));
        return kept == null ? 0 : kept;
    }
}

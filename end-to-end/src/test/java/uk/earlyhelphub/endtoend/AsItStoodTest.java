package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.CLOCK;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/** A case as it stood at an instant, as it was known then and as it was put right since. */
class AsItStoodTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private final String referral = received();

    private static String received() {
        var search =
                post("amy", "/api/person-searches", "{\"name\":\"Alix Then\"}").text("searchId");
        var answer = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Alix Then","school":"Alma","inHousehold":true},
                  {"key":"m","part":"PARENT_OR_CARER","name":"Mother","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, search));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    @AfterEach
    void today() {
        CLOCK.ahead(Duration.ZERO);
    }

    private Answer on(String path, String body) {
        var answer = post("amy", "/api/referrals/" + referral + path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(201, 202);
        return answer;
    }

    private JsonNode person(int number) {
        return get("amy", "/api/referrals/" + referral + "?version=2")
                .json()
                .get("people")
                .get(number);
    }

    private String id(int number) {
        return person(number).get("personId").asString();
    }

    private Answer consent() {
        return on("/consents", """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB","SHARE_WITH_AGENCIES"],"agencies":["CAMHS"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","method":"SIGNED_FORM","wordingVersion":"w3",
                 "noticeVersion":"n5","givenOn":"%s","reviewOn":"%s"}""".formatted(id(0), id(1), TODAY, TODAY.plusMonths(6)));
    }

    private void correct(String school) {
        on(
                "/corrections",
                "{\"personId\":\"%s\",\"field\":\"school\",\"was\":\"Alma\",\"now\":\"%s\",\"reason\":\"misheard\"}"
                        .formatted(id(0), school));
    }

    @Test
    void what_was_known_then_stays_beside_what_was_put_right_since() {
        consent();
        CLOCK.ahead(Duration.ofHours(1));
        var then = Instant.now().plus(Duration.ofMinutes(30));
        correct("Oakfield");
        on("/triage", "{\"level\":\"ADDITIONAL\",\"rationale\":\"r\",\"triagedOn\":\"" + TODAY + "\"}");

        var asAt = get("amy", "/api/referrals/" + referral + "?asAt=" + then).json();
        assertThat(asAt.get("people").get(0).get("school").asString()).isEqualTo("Alma");
        assertThat(asAt.get("status").asString()).isEqualTo("IN_TRIAGE");
        var history =
                get("amy", "/api/referrals/" + referral + "/history?to=" + then).json();
        assertThat(history.get("asKnownThen").get("people").get(0).get("school").asString())
                .isEqualTo("Alma");
        assertThat(history.get("asCorrectedSince")
                        .get("people")
                        .get(0)
                        .get("school")
                        .asString())
                .isEqualTo("Oakfield");
        assertThat(history.get("asCorrectedSince").get("status").asString()).isEqualTo("IN_TRIAGE");
        assertThat(history.get("corrections").get(0).get("what").get("reason").asString())
                .isEqualTo("misheard");
        var changed = get("amy", "/api/referrals/" + referral + "/history?from=" + then)
                .json()
                .get("changes")
                .toString();
        assertThat(changed).contains("Oakfield").contains("intake.triages").doesNotContain("consents.asked");
        var auditors = get("aled", "/api/referrals/" + referral + "/history");
        assertThat(auditors.status()).isEqualTo(200);
        assertThat(auditors.body())
                .contains("[sealed]")
                .doesNotContain("Oakfield")
                .doesNotContain("Alix");
    }

    @Test
    void an_instant_that_cannot_be_is_refused() {
        var path = "/api/referrals/" + referral;
        assertThat(get("amy", path + "?asAt=2001-01-01T00:00:00Z").code()).isEqualTo("before-the-beginning");
        assertThat(get("amy", path + "?asAt=2101-01-01T00:00:00Z").code()).isEqualTo("date-ahead");
        assertThat(get("amy", path + "?asAt=yesterday").code()).isEqualTo("wrong-type");
        assertThat(get("amy", path + "/history?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .code())
                .isEqualTo("from-after-to");
        assertThat(get("tom", path + "?asAt=2001-01-01T00:00:00Z").status()).isEqualTo(404);
    }

    @Test
    void what_needed_consent_is_checked_against_the_consent_of_that_moment() {
        var consent = consent();
        var shared = on("/sharings", """
                {"recipient":"CAMHS","recipientName":"Dr Lamb","people":["%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],"fields":["name"],
                 "purpose":"SUPPORT_EDUCATION","basis":"CONSENT","necessity":"n","proportionality":"p","channel":"HUB_PORTAL",
                 "familyTold":true,"accessUntil":"%s"}""".formatted(id(0), TODAY.plusMonths(3)));
        on("/consent-withdrawals", """
                {"consentId":"%s","personId":"%s","purposes":["SHARE_WITH_AGENCIES"],"withdrawnBy":"%s","channel":"PHONE",
                 "withdrawnOn":"%s"}""".formatted(consent.text("id"), id(0), id(1), TODAY));
        assertThat(shared.status()).isEqualTo(201);
        var check = get("aled", "/api/referrals/" + referral + "/consent-check");
        assertThat(check.json().get("notCovered").asLong()).as(check.body()).isZero();
        assertThat(check.json().get("acts")).hasSize(1).allSatisfy(act -> {
            assertThat(act.get("act").asString()).isEqualTo("DataShared");
            assertThat(act.get("by").get(0).asString()).isEqualTo("consent " + consent.text("id"));
        });
    }
}

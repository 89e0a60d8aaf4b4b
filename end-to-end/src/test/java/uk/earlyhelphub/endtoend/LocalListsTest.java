package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs from one Hub to the next is checked against what this Hub was told, and the refusal says what it accepts. */
class LocalListsTest {
    private final ACase one = ACase.received("Loca Lists");

    /** N16: a version that nobody ever published, and one that comes into force only later. */
    @ParameterizedTest
    @ValueSource(strings = {"n7", "n9"})
    void an_answer_names_a_version_of_the_notice_that_was_in_force(String version) {
        var consent = post("amy", one.path("/consents"), """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB"],"givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","method":"SIGNED_FORM",
                 "wordingVersion":"w1","noticeVersion":"%s","givenOn":"%s","reviewOn":"%s"}""".formatted(
                        one.child, one.mother, version, ACase.TODAY, ACase.TODAY.plusMonths(6)));
        var notice = post(
                "amy",
                one.path("/privacy-notices"),
                "{\"personId\":\"%s\",\"noticeVersion\":\"%s\",\"method\":\"by-hand\",\"givenOn\":\"%s\"}"
                        .formatted(one.mother, version, ACase.TODAY));
        for (var answer : new RunningHub.Answer[] {consent, notice}) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("notice-version-not-in-force");
            assertThat(answer.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("noticeVersion");
            assertThat(answer.text("detail")).endsWith("For that day one of these is accepted: n5, n1.");
        }
    }

    @Test
    void a_version_that_is_in_force_is_taken() {
        one.done(
                "amy",
                "/privacy-notices",
                "{\"personId\":\"%s\",\"noticeVersion\":\"n5\",\"method\":\"by-hand\",\"givenOn\":\"%s\"}"
                        .formatted(one.mother, ACase.TODAY));
    }

    /** N7: it was free text, and nobody noticed until no service fitted. */
    @Test
    void an_area_that_this_hub_does_not_know_is_refused_when_the_referral_comes() {
        var search =
                post("amy", "/api/person-searches", "{\"name\":\"Area Lists\"}").text("searchId");
        var refused = post("amy", "/api/referrals", """
                {"channel":"PHONE","receivedOn":"%s","area":"Clewr","team":"windsor",
                 "referrer":{"kind":"NEIGHBOUR","anonymousToFamily":true},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Area Lists","inHousehold":true}]}""".formatted(ACase.TODAY, search));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("area-not-known");
        assertThat(refused.json().get("errors").get(0).get("field").asString()).isEqualTo("area");
        assertThat(refused.text("detail")).endsWith("It knows: Clewer, Dedworth, Urgentia.");
    }
}

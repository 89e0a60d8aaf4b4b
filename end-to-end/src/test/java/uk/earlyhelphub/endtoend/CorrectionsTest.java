package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** N7: corrections reach what was said of the referral when it came, and of the household. */
class CorrectionsTest {
    private final ACase one = ACase.received("Corra Ction");

    private void refused(String code, String more, String body) {
        var answer = post("amy", one.path(more), body);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 409);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void area_referrer_and_exclusions_are_put_right_and_what_was_stays_on_record() {
        var before = Instant.now();
        refused("area-not-known", "/referral-corrections", "{\"area\":\"Nowhere\",\"reason\":\"r\"}");
        refused("nothing-corrected", "/referral-corrections", "{\"reason\":\"r\"}");
        refused("team-not-known", "/referral-corrections", "{\"team\":\"nowhere\",\"reason\":\"r\"}");
        one.done("amy", "/referral-corrections", """
                {"area":"Dedworth","excludedAgencies":["THAMES_VALLEY_POLICE"],
                 "referrer":{"kind":"RELATIVE","name":"Aunt Known","anonymousToFamily":true},"reason":"She called again."}""");
        var came = get("amy", one.path("")).json().get("intake").get("received");
        assertThat(came.get("area").asString()).isEqualTo("Dedworth");
        assertThat(came.get("referrer").get("name").asString()).isEqualTo("Aunt Known");
        assertThat(came.get("excludedAgencies").toString()).isEqualTo("[\"THAMES_VALLEY_POLICE\"]");
        var history = get("amy", one.path("/history?to=" + before)).json();
        assertThat(history.get("asKnownThen")
                        .get("intake")
                        .get("received")
                        .get("area")
                        .asString())
                .isEqualTo("Clewer");
        assertThat(history.get("corrections").toString()).contains("ReferralCorrected", "She called again.");
        assertThat(history.get("asCorrectedSince")
                        .get("intake")
                        .get("received")
                        .get("area")
                        .asString())
                .isEqualTo("Dedworth");
        await().untilAsserted(() -> assertThat(get("amy", one.path("/trail")).body())
                .contains("was put right: the area is Dedworth", "She called again."));
        await().untilAsserted(() -> assertThat(
                        get("amy", "/api/worklist?area=Dedworth&limit=200").body())
                .contains(one.id));
    }

    @Test
    void a_case_of_another_team_is_theirs_at_once_and_no_longer_ours() {
        one.done("amy", "/referral-corrections", "{\"team\":\"maidenhead\",\"reason\":\"They moved.\"}");
        assertThat(get("amy", one.path("")).status()).isEqualTo(404);
        assertThat(get("tom", one.path("")).status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(get("tom", "/api/worklist?limit=200").body()).contains(one.id));
        assertThat(get("amy", "/api/worklist?limit=200").body()).doesNotContain(one.id);
    }

    @Test
    void a_case_on_an_agenda_is_not_handed_on() {
        one.agreed().onAgenda();
        refused("on-an-agenda", "/referral-corrections", "{\"team\":\"maidenhead\",\"reason\":\"They moved.\"}");
    }

    private String tie(String from, String to, String answer) {
        return "{\"personId\":\"%s\",\"relationship\":{\"to\":\"%s\",\"kind\":\"mother\",\"parentalResponsibility\":\"%s\"},\"reason\":\"Seen.\"}"
                .formatted(from, to, answer);
    }

    @Test
    void who_lives_there_and_who_is_a_parent_is_put_right() {
        one.done(
                "amy",
                "/household-corrections",
                "{\"personId\":\"%s\",\"inHousehold\":false,\"reason\":\"She moved out.\"}".formatted(one.mother));
        assertThat(get("amy", one.path(""))
                        .json()
                        .get("people")
                        .get(1)
                        .get("inHousehold")
                        .asBoolean())
                .isFalse();
        refused(
                "nothing-corrected",
                "/household-corrections",
                "{\"personId\":\"%s\",\"inHousehold\":false,\"reason\":\"Again.\"}".formatted(one.mother));
        refused("relationship-to-oneself", "/household-corrections", tie(one.child, one.child, "NO"));
        refused("person-not-in-referral", "/household-corrections", tie(one.child, one.id, "NO"));
        one.agreed();
        refused("consent-rests-on-it", "/household-corrections", tie(one.mother, one.child, "NO"));
        await().untilAsserted(() ->
                assertThat(get("amy", one.path("/trail")).body()).contains("does not live in it", "She moved out."));
    }
}

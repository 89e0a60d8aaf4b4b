package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CLOCK;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/** A family is one family in every record that knows it, and in every register: what shuts one of them shuts the others. */
class OneFamilyTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final List<String> DECLARING = List.of("amy", "dora", "aled");

    @AfterEach
    void forgetWhoIsClose() {
        CLOCK.ahead(Duration.ZERO);
        DECLARING.forEach(p -> post(p, "/api/my-connections/removal", ""));
        get("dora", "/api/connection-removals")
                .json()
                .valueStream()
                .map(r -> r.get("removalId").asString())
                .forEach(id -> post("ines", "/api/connection-removals/" + id + "/confirmation", ""));
        get("dora", "/api/connection-removals")
                .json()
                .valueStream()
                .map(r -> r.get("removalId").asString())
                .forEach(id -> post("dora", "/api/connection-removals/" + id + "/confirmation", ""));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
        return answer;
    }

    private static String searched(String name) {
        return done(post("maya", "/api/person-searches", "{\"name\":\"" + name + "\"}"))
                .text("searchId");
    }

    private static String received(String name, String born, String more) {
        return done(post("maya", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",%s
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"YOUNG_PERSON","name":"%s","dateOfBirth":"%s","inHousehold":true},
                  {"key":"m","part":"PARENT_OR_CARER","name":"Mo %s","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, more, searched(name), name, born, name)))
                .text("id");
    }

    private static String person(String referral, int number) {
        return done(get("maya", "/api/referrals/" + referral))
                .json()
                .get("people")
                .get(number)
                .get("personId")
                .asString();
    }

    private static void linked(String in, String person, String same, String name) {
        done(post(
                "maya",
                "/api/referrals/" + in + "/links",
                "{\"personId\":\"%s\",\"samePersonAs\":\"%s\",\"reason\":\"Same birthday and school.\",\"searchId\":\"%s\"}"
                        .formatted(person, same, searched(name))));
    }

    private static void family(String who, String name, String born) {
        done(post(
                who,
                "/api/my-connections",
                "{\"relation\":\"FAMILY\",\"name\":\"%s\",\"dateOfBirth\":\"%s\"}".formatted(name, born)));
    }

    private static Answer triaged(String who, String referral) {
        return post(
                who,
                "/api/referrals/" + referral + "/triage",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"Two needs.\",\"triagedOn\":\"" + TODAY + "\"}");
    }

    @Test
    void a_bar_follows_a_link_in_whichever_of_two_records_it_was_recorded() {
        var barred = received("Wilma Knownas", "2012-02-03", "");
        var under = received("Wilhelmina Otherwise", "2012-02-04", "");
        var first = person(barred, 0);
        var second = person(under, 0);
        family("amy", "Wilma Knownas", "2012-02-03");
        assertThat(get("amy", "/api/referrals/" + barred).code()).isEqualTo("too-close");
        assertThat(get("amy", "/api/referrals/" + under).status()).isEqualTo(200);
        linked(barred, first, second, "Wilhelmina Otherwise");
        var refused = get("amy", "/api/referrals/" + under);
        assertThat(refused.code()).as("%s", refused.body()).isEqualTo("too-close");
        assertThat(triaged("amy", under).code()).as("nor do they act in it").isEqualTo("too-close");
        assertThat(get("maya", "/api/referrals/" + under).status()).isEqualTo(200);
        done(post(
                "maya",
                "/api/referrals/" + barred + "/unlinks",
                "{\"personId\":\"%s\",\"samePersonAs\":\"%s\",\"reason\":\"Another school.\"}"
                        .formatted(first, second)));
        assertThat(get("amy", "/api/referrals/" + under).status())
                .as("once it proved wrong")
                .isEqualTo(200);
        linked(under, second, first, "Wilma Knownas");
        assertThat(get("amy", "/api/referrals/" + under).code()).isEqualTo("too-close");
        assertThat(get("amy", "/api/worklist?limit=200").body()).doesNotContain(under, barred);
    }

    @Test
    void an_interest_goes_with_the_family_to_its_next_referral() {
        var first = received("Ina Terested", "2012-03-03", "");
        var mother = person(first, 1);
        done(post("maya", "/api/referrals/" + first + "/consents", """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB"],"givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","method":"SIGNED_FORM",
                 "competence":{"assessedBy":"amy","reasons":"Two assessments found that she cannot decide this."},
                 "wordingVersion":"w1","noticeVersion":"n1","givenOn":"%s","reviewOn":"%s"}""".formatted(
                        person(first, 0), mother, TODAY, TODAY.plusMonths(6))));
        done(triaged("maya", first));
        var meeting =
                done(post("carol", "/api/hub-meetings", """
                {"team":"windsor","meetsOn":"%s","startsAt":"09:30","place":"Room 2","chair":"carol",
                 "members":[{"memberId":"amy","name":"Amy","organisation":"afc"}]}""".formatted(TODAY))).text("id");
        done(post("maya", "/api/referrals/" + first + "/agenda", "{\"meetingId\":\"" + meeting + "\"}"));
        done(post("carol", "/api/hub-meetings/" + meeting + "/agenda-publication", ""));
        done(post(
                "amy",
                "/api/hub-meetings/" + meeting + "/interests",
                "{\"referralId\":\"" + first + "\",\"nature\":\"FRIEND\"}"));
        var named = received("Ina Terested", "2012-03-03", "\"previousReferral\":\"" + first + "\",");
        assertThat(get("amy", "/api/referrals/" + named).status()).isEqualTo(404);
        assertThat(triaged("amy", named).code()).isEqualTo("interest-declared");
        var later = received("Ina Terestedagain", "2012-03-03", "");
        assertThat(get("amy", "/api/referrals/" + later).status()).isEqualTo(200);
        linked(later, person(later, 1), mother, "Mo Ina Terested");
        assertThat(get("amy", "/api/referrals/" + later).status()).isEqualTo(404);
        assertThat(get("maya", "/api/referrals/" + later).status()).isEqualTo(200);
    }

    @Test
    void officers_read_nothing_about_their_own_family_in_any_register() {
        var referral = received("Regis Terofficer", "2012-04-03", "");
        var child = person(referral, 0);
        done(post(
                "carol",
                "/api/referrals/" + referral + "/triage",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"Two needs.\",\"triagedOn\":\"" + TODAY + "\"}"));
        family("amy", "Regis Terofficer", "2012-04-03");
        assertThat(get("amy", "/api/referrals/" + referral).code()).isEqualTo("too-close");
        var registers = List.of("/api/trail?referral=" + referral + "&limit=200", "/api/conflicts?limit=200");
        for (var register : registers) {
            await().untilAsserted(() ->
                    assertThat(get("dora", register).body()).as(register).contains(referral));
        }
        var look = get("dora", "/api/trail?referral=" + referral + "&type=RecordAccess.*&limit=200")
                .json()
                .get("entries")
                .get(0)
                .get("proof")
                .asString();
        var conflict = get("dora", "/api/conflicts?limit=200")
                .json()
                .valueStream()
                .filter(c -> c.path("referralId").asString("").equals(referral))
                .map(c -> c.get("accessId").asString())
                .findFirst()
                .orElseThrow();
        family("dora", "Mo Regis Terofficer", "2012-04-03");
        family("dora", "Regis Terofficer", "2012-04-03");
        for (var register : registers) {
            var answer = get("dora", register);
            assertThat(answer.status()).as(register).isEqualTo(200);
            assertThat(answer.body()).as(register).doesNotContain(referral);
            assertThat(answer.raw().headers().firstValue("Withheld-Entries").isPresent())
                    .as("that somebody else has to look is said where it does not tell what happened: %s", register)
                    .isEqualTo(register.startsWith("/api/conflicts"));
            assertThat(get("aled", "/api/trail?referral=" + referral).body()).contains(referral);
        }
        assertThat(post("dora", "/api/conflicts/" + conflict + "/review", "{\"outcome\":\"PROPER\"}")
                        .status())
                .as("what they may not read they may not judge")
                .isEqualTo(404);
        assertThat(get("dora", "/api/people/" + child + "/who-looked").status()).isEqualTo(404);
        assertThat(get("dora", look).status()).isEqualTo(404);
        assertThat(get("aled", "/api/people/" + child + "/who-looked").status()).isEqualTo(200);
        assertThat(get("aled", look).status()).isEqualTo(200);
    }
}

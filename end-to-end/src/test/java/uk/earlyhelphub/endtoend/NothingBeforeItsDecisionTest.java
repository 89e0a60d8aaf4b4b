package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.platform.database.Databases;

/** Of a command that is refused nothing stays behind, and one that is repeated has no second effect. */
class NothingBeforeItsDecisionTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String TRIAGE =
            "{\"level\":\"ADDITIONAL\",\"rationale\":\"Several needs.\",\"triagedOn\":\"" + TODAY + "\"}";

    private static String search() {
        return post("amy", "/api/person-searches", "{\"name\":\"Nobody Known\"}")
                .text("searchId");
    }

    private static String form(String name, String born, String search, String more) {
        return """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",%s
                 "referrer":{"kind":"PROFESSIONAL","name":"Ref Erring","anonymousToFamily":false},"familyAware":"YES",
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"%s","dateOfBirth":"%s","postcode":"SL4 1XX","inHousehold":true}]}""".formatted(TODAY, more.isEmpty() ? "\"immediateRisk\":false," : more, search, name, born);
    }

    private static String received(String name, String born) {
        var answer = post("amy", "/api/referrals", form(name, born, search(), ""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        await().until(() -> get("amy", "/api/referrals/" + answer.text("id")).status() == 200);
        return answer.text("id");
    }

    private static String person(String name) {
        return "{\"key\":\"p\",\"part\":\"CHILD\",\"name\":\"%s\",\"dateOfBirth\":\"2015-02-03\",\"postcode\":\"SL4 1XX\",\"inHousehold\":true}"
                .formatted(name);
    }

    private static List<Long> stored() {
        var vault = new JdbcTemplate(CONTEXT.getBean(Databases.class).vault());
        return List.of(
                count(vault, "select count(*) from vault.person_key"),
                count(vault, "select count(*) from vault.search_token"),
                count(vault, "select coalesce(sum(hashtext(encode(sealed, 'hex'))::bigint), 0) from vault.birth"));
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        var count = jdbc.queryForObject(sql, Long.class);
        return count == null ? -1 : count;
    }

    private static void leavesNothing(Answer answer, List<Long> before, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(stored()).as(answer.body()).isEqualTo(before);
    }

    @Test
    void a_refused_command_leaves_no_key_no_token_no_birth() {
        var referral = "/api/referrals/" + received("Ned Nothing", "2016-03-04");
        var child = get("amy", referral).json().at("/people/0/personId").asString();
        var before = stored();
        leavesNothing(post("tom", referral + "/people", person("Straw Man")), before, 404);
        leavesNothing(
                post("amy", referral + "/people", person("Straw Man").replace("\"CHILD\"", "\"NOBODY\"")), before, 400);
        var related = person("Straw Man")
                .replace(
                        "}",
                        ",\"relationships\":[{\"to\":\"" + UUID.randomUUID()
                                + "\",\"kind\":\"sister\",\"parentalResponsibility\":\"NO\"}]}");
        leavesNothing(post("amy", referral + "/people", related), before, 400);
        leavesNothing(post("amy", referral + "/people", person("Straw Man"), "If-Match", "\"0\""), before, 412);
        leavesNothing(post("amy", "/api/referrals/" + UUID.randomUUID() + "/people", person("Straw Man")), before, 404);
        leavesNothing(
                post(
                        "amy",
                        "/api/referrals",
                        form("Straw Man", "2015-01-01", UUID.randomUUID().toString(), "")),
                before,
                400);
        leavesNothing(post("tom", "/api/referrals", form("Straw Man", "2015-01-01", search(), "")), before, 404);
        leavesNothing(
                post("amy", "/api/referrals", form("Straw Man", "2015-01-01", search(), "\"immediateRisk\":true,")),
                before,
                400);
        var sharing = """
                {"recipient":"HOUSING_SERVICES","recipientName":"Hal","people":["%s"],"categories":["ATTENDANCE"],"fields":["name"],
                 "purpose":"SUPPORT_EDUCATION","basis":"CONSENT","necessity":"n","proportionality":"p","channel":"HUB_PORTAL",
                 "familyTold":true,"accessUntil":"%s"}""".formatted(child, TODAY.plusDays(20));
        leavesNothing(post("amy", referral + "/sharings", sharing), before, 409);
        var correction = "{\"personId\":\"%s\",\"field\":\"dateOfBirth\",\"now\":\"2001-01-01\",\"reason\":\"r\"}";
        leavesNothing(post("tom", referral + "/corrections", correction.formatted(child)), before, 404);
        leavesNothing(post("amy", referral + "/corrections", correction.formatted(UUID.randomUUID())), before, 400);
    }

    @Test
    void a_hundred_and_twenty_refused_people_hide_no_child() {
        var foreign = "/api/referrals/" + received("Felicity Findable", "2014-08-09") + "/people";
        for (int i = 0; i < 120; i++) {
            assertThat(post("tom", foreign, person("Felicity Findable").replace("2015-02-03", "2014-08-09"))
                            .status())
                    .isEqualTo(404);
        }
        var found =
                post("amy", "/api/person-searches", "{\"name\":\"Felicity Findable\",\"dateOfBirth\":\"2014-08-09\"}");
        assertThat(found.json().get("candidates")).as(found.body()).isNotEmpty();
    }

    @Test
    void a_correction_that_is_repeated_does_not_undo_a_later_one() {
        var referral = "/api/referrals/" + received("Rae Repeat", "2012-01-01");
        var child = get("amy", referral).json().at("/people/0/personId").asString();
        var correction = "{\"personId\":\"" + child
                + "\",\"field\":\"dateOfBirth\",\"now\":\"%s\",\"reason\":\"Seen on the certificate.\"}";
        var key = new String[] {"Idempotency-Key", "first-correction-" + child};
        var first = post("amy", referral + "/corrections", correction.formatted("2012-02-02"), key);
        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(post("amy", referral + "/corrections", correction.formatted("2013-03-03"))
                        .status())
                .isEqualTo(202);
        var before = stored();
        var again = post("amy", referral + "/corrections", correction.formatted("2012-02-02"), key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_is_wrong_with_a_request_tells_a_stranger_nothing() {
        var referral = "/api/referrals/" + received("Olive Oracle", "2011-01-01");
        var nowhere = "/api/referrals/" + UUID.randomUUID();
        for (var path : List.of(referral, nowhere)) {
            for (var body : List.of("{}", "not json", "{\"unknown\":1}", "{\"level\":\"NOTHING\"}", TRIAGE)) {
                var answer = post("tom", path + "/triage", body);
                assertThat(answer.status()).as(answer.body()).isEqualTo(404);
                assertThat(answer.text("detail")).isEqualTo("There is nothing here for you by that name.");
            }
            var correction = "{\"personId\":\"%s\",\"field\":\"upn\",\"now\":\"x\",\"reason\":\"r\"}";
            assertThat(post("tom", path + "/corrections", correction.formatted(UUID.randomUUID()))
                            .status())
                    .isEqualTo(404);
        }
        await().untilAsserted(() -> assertThat(get("aled", referral + "/trail").body())
                .contains("Somebody tried to change something and was refused, because nothing ties them to it."));
        assertThat(post("amy", referral + "/triage", "{}").status()).isEqualTo(400);
    }

    @Test
    void a_date_that_no_reader_could_hold_is_refused_and_named() {
        var referral = "/api/referrals/" + received("Bo Bounds", "2011-01-01");
        for (var date : List.of("+999999999-12-31", "-999999999-01-01", "1899-12-31", "2200-01-01")) {
            var answer = post("amy", referral + "/triage", TRIAGE.replace(TODAY.toString(), date));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            // What is no day of four digits is no date at all; the rest is one, and out of range.
            assertThat(answer.code()).isEqualTo(date.length() == 10 ? "date-range" : "wrong-type");
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("triagedOn");
        }
    }
}

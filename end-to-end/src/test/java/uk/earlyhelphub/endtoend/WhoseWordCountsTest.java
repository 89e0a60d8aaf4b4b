package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/** In a family of several opinions: whose yes, whose no, and who is only heard. */
class WhoseWordCountsTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private String referral = "";
    private String girl = "";
    private String mother = "";
    private String father = "";
    private String grandmother = "";
    private String bump = "";

    /** A girl of 13 whose parents live apart, her grandmother, and a child to be born. */
    @BeforeEach
    void received() {
        var search =
                post("amy", "/api/person-searches", "{\"name\":\"Zofia Wren\"}").text("searchId");
        referral = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"YOUNG_PERSON","name":"Zofia Wren","dateOfBirth":"%s","inHousehold":true},
                  {"key":"m","part":"PARENT_OR_CARER","name":"Mo Wren","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]},
                  {"key":"f","part":"PARENT_OR_CARER","name":"Piotr Wren","inHousehold":false,
                   "relationships":[{"to":"c","kind":"father","parentalResponsibility":"YES"}]},
                  {"key":"g","part":"OTHER_ADULT","name":"Ada Wren","inHousehold":true,
                   "relationships":[{"to":"c","kind":"grandmother","parentalResponsibility":"NO"}]},
                  {"key":"b","part":"UNBORN_CHILD","dueOn":"%s","inHousehold":true}]}""".formatted(
                                TODAY, search, TODAY.minusYears(13), TODAY.plusMonths(3)))
                .text("id");
        var people = get("amy", "/api/referrals/" + referral).json().get("people");
        girl = people.get(0).get("personId").asString();
        mother = people.get(1).get("personId").asString();
        father = people.get(2).get("personId").asString();
        grandmother = people.get(3).get("personId").asString();
        bump = people.get(4).get("personId").asString();
    }

    private Answer send(String person, String path, String body) {
        return post(person, "/api/referrals/" + referral + path, body);
    }

    private Answer on(String person, String path, String body) {
        var answer = send(person, path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(201, 202);
        return answer;
    }

    private String yes(String by, String capacity, String more) {
        return """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB","SHARE_WITH_AGENCIES"],"agencies":["EDUCATION_AND_SCHOOLS"],
                 "categories":["IDENTIFIERS_AND_CONTACTS"],"givenBy":"%s","capacity":"%s","method":"SIGNED_FORM",%s
                 "wordingVersion":"w1","noticeVersion":"n1","givenOn":"%s","reviewOn":"%s"}""".formatted(girl, by, capacity, more, TODAY, TODAY.plusMonths(6));
    }

    private String no(String by, String capacity, String more) {
        return "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\",\"SHARE_WITH_AGENCIES\"],\"refusedBy\":\"%s\",\"capacity\":\"%s\",%s\"refusedOn\":\"%s\"}"
                .formatted(girl, by, capacity, more, TODAY);
    }

    private static final String UNDERSTANDS =
            "\"competence\":{\"assessedBy\":\"amy\",\"reasons\":\"She explained it back to me.\"},";

    private String takenBack(String consent, String by, String more) {
        return "{\"consentId\":\"%s\",\"personId\":\"%s\",\"withdrawnBy\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\",\"SHARE_WITH_AGENCIES\"],%s\"channel\":\"PHONE\",\"withdrawnOn\":\"%s\"}"
                .formatted(consent, girl, by, more, TODAY);
    }

    private Answer shared() {
        return send("amy", "/sharings", """
                {"recipient":"EDUCATION_AND_SCHOOLS","recipientName":"Ms Reader","people":["%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "fields":["name"],"purpose":"DELIVER_SERVICE","basis":"CONSENT","necessity":"They meet the child.","proportionality":"The name only.",
                 "channel":"HUB_PORTAL","familyTold":true,"accessUntil":"%s"}""".formatted(girl, TODAY.plusMonths(3)));
    }

    @Test
    void a_grandmother_is_heard_the_same_day_and_takes_nothing_back() {
        var consent = on("amy", "/consents", yes(mother, "PARENTAL_RESPONSIBILITY", ""))
                .text("id");
        for (var other : new String[] {grandmother, bump}) {
            assertThat(send("amy", "/consent-withdrawals", takenBack(consent, other, ""))
                            .code())
                    .isEqualTo("may-not-withdraw");
        }
        assertThat(send("amy", "/consent-withdrawals", takenBack(consent, girl, ""))
                        .code())
                .isEqualTo("competence-required");
        var sharing = shared();
        assertThat(get("hana", "/api/shared-with-me/" + sharing.text("id")).status())
                .isEqualTo(200);

        var objection = on(
                        "amy",
                        "/consent-objections",
                        "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\"],\"objectedBy\":\"%s\",\"channel\":\"PHONE\",\"objectedOn\":\"%s\",\"reason\":\"I bring her up.\"}"
                                .formatted(girl, grandmother, TODAY))
                .text("id");
        assertThat(needs()).contains("objects to");
        on(
                "amy",
                "/consent-objections/" + objection + "/answer",
                "{\"outcome\":\"NOTHING_CHANGES\",\"reason\":\"Her mother was asked again and stands by it.\"}");
        assertThat(needs()).doesNotContain("objects to");
    }

    private String needs() {
        return get("amy", "/api/referrals/" + referral)
                .json()
                .get("neededBeforeHub")
                .toString();
    }

    @Test
    void a_girl_who_understands_decides_for_herself_and_her_parents_do_not_change_it() {
        var mothers = on("amy", "/consents", yes(mother, "PARENTAL_RESPONSIBILITY", ""))
                .text("id");
        var sharing = shared().text("id");
        on("amy", "/consent-withdrawals", takenBack(mothers, girl, UNDERSTANDS));
        assertThat(get("hana", "/api/shared-with-me/" + sharing).status()).isEqualTo(404);
        assertThat(send("amy", "/consents", yes(mother, "PARENTAL_RESPONSIBILITY", ""))
                        .code())
                .isEqualTo("child-refused");
        assertThat(shared().code()).isEqualTo("consent-not-in-force");

        on("amy", "/consents", yes(girl, "ASSESSED_COMPETENT", UNDERSTANDS));
        var own = shared().text("id");
        on("amy", "/consent-refusals", no(father, "PARENTAL_RESPONSIBILITY", ""));
        assertThat(get("hana", "/api/shared-with-me/" + own).status()).isEqualTo(200);
    }

    @Test
    void parents_who_disagree_hold_everything_back_until_a_manager_decides_with_reasons() {
        on("amy", "/consents", yes(mother, "PARENTAL_RESPONSIBILITY", ""));
        var sharing = shared().text("id");
        on("amy", "/consent-refusals", no(father, "PARENTAL_RESPONSIBILITY", ""));
        assertThat(get("hana", "/api/shared-with-me/" + sharing).status()).isEqualTo(404);
        assertThat(shared().code()).isEqualTo("consent-disputed");
        on("amy", "/consents", yes(mother, "PARENTAL_RESPONSIBILITY", ""));
        assertThat(shared().code()).as("saying it twice outvotes nobody").isEqualTo("consent-disputed");

        var decision =
                "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\",\"SHARE_WITH_AGENCIES\"],\"outcome\":\"RELY_ON_CONSENT\",\"reason\":\"School needs to know who collects her.\"}"
                        .formatted(girl);
        assertThat(send("amy", "/consent-dispute-decisions", decision).status()).isEqualTo(404);
        on("maya", "/consent-dispute-decisions", decision);
        assertThat(shared().status()).isEqualTo(201);
        assertThat(get("hana", "/api/shared-with-me/" + sharing).status())
                .as("what ended stays ended; a new sharing is a new decision")
                .isEqualTo(404);
    }

    @Test
    void from_16_a_young_person_is_asked_and_not_their_parents() {
        on(
                "amy",
                "/corrections",
                "{\"personId\":\"%s\",\"field\":\"dateOfBirth\",\"was\":\"%s\",\"now\":\"%s\",\"reason\":\"Birth certificate\"}"
                        .formatted(girl, TODAY.minusYears(13), TODAY.minusYears(16)));
        assertThat(send("amy", "/consents", yes(mother, "PARENTAL_RESPONSIBILITY", ""))
                        .code())
                .isEqualTo("young-person-answers-for-self");
        on("amy", "/consents", yes(girl, "YOUNG_PERSON_FOR_SELF", ""));
        assertThat(shared().status()).isEqualTo(201);
    }

    @Test
    void nobody_is_received_as_their_own_parent() {
        var search =
                post("amy", "/api/person-searches", "{\"name\":\"Own Parent\"}").text("searchId");
        var answer = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Own Parent","dateOfBirth":"2019-03-04","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, search));
        assertThat(answer.code()).isEqualTo("relationship-to-oneself");
    }
}

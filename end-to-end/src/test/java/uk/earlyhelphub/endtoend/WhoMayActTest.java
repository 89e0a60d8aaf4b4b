package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/** Who acts on a case is decided as who reads it is: also after they were shut out, and where they are close to somebody in it. */
class WhoMayActTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String DECLINE = "{\"reasonCode\":\"NO_CAPACITY\",\"reason\":\"Full.\"}";
    private static final String END = "{\"outcome\":\"NEEDS_MET\",\"endedOn\":\"" + TODAY + "\"}";
    private static final String STEP_UP = "{\"reason\":\"The child is in danger tonight.\"}";

    private String referral = "";
    private String child = "";
    private String mother = "";
    private String consent = "";

    private static final List<String> DECLARING = List.of("amy", "carol", "pat", "ines", "aled", "colin");

    @AfterEach
    void forgetWhoIsClose() {
        DECLARING.forEach(p -> post(p, "/api/my-connections/removal", ""));
        get("dora", "/api/connection-removals")
                .json()
                .valueStream()
                .filter(r -> DECLARING.contains(r.get("staff").asString()))
                .map(r -> "/api/connection-removals/" + r.get("removalId").asString() + "/confirmation")
                .forEach(confirmation ->
                        assertThat(post("dora", confirmation, "").status()).isEqualTo(202));
    }

    private String path(String more) {
        return "/api/referrals/" + referral + more;
    }

    private Answer on(String person, String path, String body) {
        var answer = post(person, path(path), body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(201, 202);
        return answer;
    }

    private void received(String name, String postcode) {
        received(name, postcode, "");
    }

    private void received(String name, String postcode, String excluded) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"" + name + "\"}")
                .text("searchId");
        referral = post("amy", "/api/referrals", """
                {"channel":"PHONE","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"NEIGHBOUR","name":"Nell Anonymous","anonymousToFamily":true},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","mustNotSee":"Uncle Unseen","searchId":"%s","excludedAgencies":[%s],
                 "people":[{"key":"c","part":"CHILD","name":"%s","dateOfBirth":"2014-03-11","postcode":"%s","address":"9 Hidden Lane","inHousehold":true},
                  {"key":"m","part":"PARENT_OR_CARER","name":"Mo %s","dateOfBirth":"1985-01-01","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}],
                 "information":[{"person":"c","category":"ATTENDANCE","kind":"attendance-rate","text":"Half the days.","source":"Sue Source"}]}""".formatted(TODAY, search, excluded, name, postcode, name))
                .text("id");
        var people = get("maya", path("")).json().get("people");
        child = people.get(0).get("personId").asString();
        mother = people.get(1).get("personId").asString();
    }

    private void agreed() {
        consent = on("amy", "/consents", """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB","ALLOCATE_SERVICE","SHARE_WITH_AGENCIES"],"agencies":["EDUCATION_AND_SCHOOLS","CAMHS"],
                 "categories":["IDENTIFIERS_AND_CONTACTS"],"givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","method":"SIGNED_FORM",
                 "wordingVersion":"w1","noticeVersion":"n1","givenOn":"%s","reviewOn":"%s"}""".formatted(child, mother, TODAY, TODAY.plusMonths(6)))
                .text("id");
    }

    private String onPublishedAgenda() {
        on("amy", "/triage", "{\"level\":\"ADDITIONAL\",\"rationale\":\"Two needs.\",\"triagedOn\":\"" + TODAY + "\"}");
        var meeting = post("carol", "/api/hub-meetings", """
                {"team":"windsor","meetsOn":"%s","startsAt":"09:30","place":"Room 2","chair":"carol",
                 "members":[{"memberId":"maya","name":"Maya","organisation":"afc"},{"memberId":"colin","name":"Colin","organisation":"CAMHS"}]}""".formatted(TODAY)).text("id");
        on("amy", "/agenda", "{\"meetingId\":\"" + meeting + "\"}");
        assertThat(post("carol", "/api/hub-meetings/" + meeting + "/agenda-publication", "")
                        .status())
                .isEqualTo(202);
        return meeting;
    }

    private String allocatedTo(String provider) {
        agreed();
        var meeting = onPublishedAgenda();
        assertThat(post("carol", "/api/hub-meetings/" + meeting + "/attendance", "{\"present\":[\"carol\"]}")
                        .status())
                .isEqualTo(202);
        on(
                "carol",
                "/discussions",
                "{\"meetingId\":\"%s\",\"options\":[{\"decision\":\"ALLOCATE\"},{\"decision\":\"SIGNPOST\"}],\"decision\":\"ALLOCATE\",\"rationale\":\"It helps.\"}"
                        .formatted(meeting));
        var offer = post("maya", "/api/services", """
                {"name":"Mornings","provider":"%s","description":"Help","needs":["EDUCATION"],"levels":["ADDITIONAL"],"areas":["Clewer"],"places":3}""".formatted(provider)).text("id");
        return on(
                        "amy",
                        "/allocations",
                        "{\"offerId\":\"%s\",\"people\":[\"%s\"],\"answerBy\":\"%s\"}"
                                .formatted(offer, child, TODAY.plusDays(5)))
                .text("id");
    }

    private void withdrawn(String purpose) {
        on(
                "amy",
                "/consent-withdrawals",
                "{\"consentId\":\"%s\",\"personId\":\"%s\",\"withdrawnBy\":\"%s\",\"purposes\":[\"%s\"],\"channel\":\"PHONE\",\"withdrawnOn\":\"%s\"}"
                        .formatted(consent, child, mother, purpose, TODAY));
    }

    private static void declare(String who, String body) {
        var declared = post(who, "/api/my-connections", body);
        assertThat(declared.status()).as(declared.body()).isEqualTo(202);
    }

    private static void family(String who, String name, String born) {
        declare(who, "{\"relation\":\"FAMILY\",\"name\":\"%s\",\"dateOfBirth\":\"%s\"}".formatted(name, born));
    }

    @Test
    void a_provider_who_is_shut_out_does_not_act_and_learns_nothing() {
        received("Prov Ider", "SL4 8QD");
        var allocation = "/allocations/" + allocatedTo("bright-paths");
        assertThat(get("rosa", path("")).status()).isEqualTo(200);
        assertThat(post("rosa", path(allocation + "/acceptance"), "{}", "If-Match", "\"0\"")
                        .code())
                .as("whoever reads the case is told that it moved on")
                .isEqualTo("version-is-stale");
        withdrawn("ALLOCATE_SERVICE");
        assertThat(get("rosa", path("")).status()).isEqualTo(404);
        assertThat(post("rosa", path(allocation + "/acceptance"), "{}").status())
                .isEqualTo(404);
        assertThat(post("rosa", path(allocation + "/acceptance"), "{}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(404);
        assertThat(post("rosa", path(allocation + "/start"), "{\"startedOn\":\"" + TODAY + "\"}")
                        .status())
                .isEqualTo(404);
        on("amy", "/step-up", STEP_UP);
        var declined = post("rosa", path(allocation + "/decline"), DECLINE, "If-Match", "\"0\"");
        assertThat(declined.status())
                .as("what is laid down goes through: %s", declined.body())
                .isEqualTo(202);
        assertThat(declined.raw().headers().firstValue("ETag")).isEmpty();
        assertThat(declined.body()).doesNotContain("version");
        for (var again : List.of(
                post("rosa", path(allocation + "/decline"), DECLINE),
                post("rosa", path(allocation + "/end"), END, "If-Match", "\"0\""))) {
            assertThat(again.code()).isEqualTo("not-possible-now");
            assertThat(again.body()).doesNotContain("declined", "stepped up", "version ");
        }
    }

    @Test
    void a_provider_who_is_shut_out_ends_what_they_began() {
        received("Endi Gone", "SL4 8QE");
        var allocation = "/allocations/" + allocatedTo("bright-paths");
        on("rosa", allocation + "/acceptance", "{}");
        withdrawn("ALLOCATE_SERVICE");
        assertThat(post("rosa", path(allocation + "/end"), "{}").status())
                .as("they are told what is wrong with the form")
                .isEqualTo(400);
        var ended = on("rosa", allocation + "/end", END);
        assertThat(ended.body()).doesNotContain("version");
        assertThat(post("rosa", path(allocation + "/end"), "{}").status()).isEqualTo(404);
    }

    @Test
    void a_recipient_acknowledges_a_recall_and_learns_no_version() {
        received("Recip Ient", "SL4 8QF");
        agreed();
        var sharing = on("amy", "/sharings", """
                {"recipient":"EDUCATION_AND_SCHOOLS","recipientName":"Ms Reader","people":["%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "fields":["name"],"purpose":"DELIVER_SERVICE","basis":"CONSENT","necessity":"They meet.","proportionality":"The name only.",
                 "channel":"HUB_PORTAL","familyTold":true,"accessUntil":"%s"}""".formatted(child, TODAY.plusMonths(3)))
                .text("id");
        var answer = path("/sharings/" + sharing + "/recall-acknowledgement");
        var destroyed = "{\"answer\":\"DESTROYED\"}";
        assertThat(post("hana", answer, destroyed, "If-Match", "\"0\"").code()).isEqualTo("not-possible-now");
        withdrawn("SHARE_WITH_AGENCIES");
        on("amy", "/sharings/" + sharing + "/recall", "{\"cause\":\"CONSENT_WITHDRAWN\"}");
        var acknowledged = post("hana", answer, destroyed, "If-Match", "\"0\"");
        assertThat(acknowledged.status()).as(acknowledged.body()).isEqualTo(202);
        assertThat(acknowledged.body()).doesNotContain("version");
    }

    @Test
    void a_relative_of_somebody_whom_they_are_not_shown_neither_reads_nor_acts() {
        received("Rela Provid", "SL4 9RA");
        var allocation = "/allocations/" + allocatedTo("family-action");
        assertThat(get("pat", path("")).status()).isEqualTo(200);
        declare("pat", "{\"relation\":\"SELF\",\"name\":\"Mo Rela Provid\",\"dateOfBirth\":\"1985-01-01\"}");
        var nothing = get("pat", path(""));
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.body()).doesNotContain("close");
        assertThat(post("pat", path(allocation + "/acceptance"), "{}").status()).isEqualTo(404);
        assertThat(post("pat", path(allocation + "/decline"), DECLINE, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(404);
        assertThat(get("amy", path("")).status())
                .as("a colleague's own record asks for a reason only of those who are shown them")
                .isEqualTo(403);
    }

    @Test
    void officers_see_nothing_of_their_own_case_and_a_second_officer_does() {
        received("Offi Cial", "SL4 9RB");
        for (var officer : List.of("dora", "ines", "aled")) {
            assertThat(get(officer, path("")).status()).isEqualTo(200);
        }
        family("ines", "Mo Offi Cial", "1985-01-01");
        family("aled", "Mo Offi Cial", "1985-01-01");
        for (var officer : List.of("ines", "aled")) {
            for (var view : List.of("", "/trail", "/who-looked", "/history", "/consent-check")) {
                assertThat(get(officer, path(view)).status()).as(officer + view).isEqualTo(404);
            }
        }
        assertThat(get("dora", path("/trail")).status()).isEqualTo(200);
    }

    @Test
    void nobody_opens_their_own_record_in_an_emergency() {
        received("Selma Ownrec", "SL4 8QC");
        declare("carol", "{\"relation\":\"SELF\",\"name\":\"Mo Selma Ownrec\",\"dateOfBirth\":\"1985-01-01\"}");
        var refused = post("carol", path("/break-glass"), "{\"reason\":\"She is in danger right now.\",\"minutes\":5}");
        assertThat(refused.status())
                .as("too close; or another emergency of hers is open: %s", refused.body())
                .isIn(403, 409);
        assertThat(get("carol", path("")).code()).isEqualTo("too-close");
    }

    @Test
    void whoever_has_to_give_a_reason_does_not_act_without_it_except_to_protect() {
        received("Nigh Bour", "SL4 9RC");
        declare("amy", "{\"relation\":\"HOME\",\"postcode\":\"SL4 9RC\"}");
        var closure = "{\"reasonCode\":\"DUPLICATE\"}";
        assertThat(post("amy", path("/closure"), closure).code()).isEqualTo("conflict-possible");
        on("amy", "/step-up", STEP_UP);
        await().untilAsserted(() -> assertThat(get("dora", "/api/conflicts?limit=200")
                        .json()
                        .valueStream()
                        .filter(c -> c.path("referralId").asString("").equals(referral))
                        .map(c -> c.get("view").asString()))
                .as("both are on the officer's list")
                .contains("CloseReferral", "StepUpToSocialCare"));
        on("amy", "/conflict-reasons", "{\"reason\":\"I am the only worker on duty.\"}");
        on(
                "amy",
                "/referrer-informed",
                "{\"method\":\"PHONE\",\"what\":\"It was passed on.\",\"informedOn\":\"" + TODAY + "\"}");
    }

    @Test
    void a_guessed_postcode_is_not_answered_to_whoever_is_not_shown_it() {
        received("Hide Address", "SL4 9HA");
        agreed();
        onPublishedAgenda();
        assertThat(get("colin", path("")).body()).contains("Hide Address").doesNotContain("9HA", "Hidden Lane");
        declare("colin", "{\"relation\":\"HOME\",\"postcode\":\"SL4 9HA\"}");
        assertThat(get("colin", path("")).status()).isEqualTo(200);
        assertThat(get("amy", path("")).status()).isEqualTo(200);
    }

    @Test
    void a_member_whose_organisation_the_family_excluded_does_not_learn_that_it_is_on_the_agenda() {
        received("Ruled Out", "SL4 9RD", "\"CAMHS\"");
        agreed();
        var meeting = onPublishedAgenda();
        var interests = "/api/hub-meetings/" + meeting + "/interests";
        var form = "{\"referralId\":\"%s\",\"member\":\"%s\",\"nature\":\"FRIEND\"}";
        var there = post("colin", interests, form.formatted(referral, "colin"));
        assertThat(there.status()).isEqualTo(409);
        var nowhere = post("colin", interests, form.formatted(UUID.randomUUID().toString(), "colin"));
        assertThat(there.code()).isEqualTo(nowhere.code()).isEqualTo("not-on-agenda");
        assertThat(post("maya", interests, form.formatted(referral, "maya")).status())
                .isEqualTo(202);
    }

    @Test
    void the_team_is_not_told_to_whom_a_colleague_is_close() {
        received("Secret Kin", "SL4 9RE");
        family("amy", "Mo Secret Kin", "1985-01-01");
        assertThat(get("amy", path("")).code()).isEqualTo("too-close");
        var couldSee = path("/could-see?actor=amy&asAt=" + Instant.now());
        assertThat(get("carol", couldSee).body())
                .contains("\"NONE\"")
                .doesNotContain("family", "their own record", "close");
        assertThat(get("dora", couldSee).text("because")).contains("their family's");
        await().untilAsserted(
                        () -> assertThat(get("carol", path("/trail?limit=200")).body())
                                .contains("a person to whom they seem to be close"));
        assertThat(get("carol", path("/trail?limit=200")).body()).doesNotContain("of their family", "their own record");
    }
}

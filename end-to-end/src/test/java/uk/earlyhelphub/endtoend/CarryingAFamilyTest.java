package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/**
 * The whole way of one family: a household of five with two schools, referred by a neighbour who stays anonymous, from a paper
 * form to closure.
 */
class CarryingAFamilyTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private static String form(String searchId) {
        return """
            {"channel":"PHONE","receivedOn":"%s","area":"Clewer","team":"windsor",
             "referrer":{"kind":"NEIGHBOUR","name":"Nell Ashdown","contact":"01632 960199","anonymousToFamily":true},
             "familyAware":"YES","immediateRisk":false,"child":"leo",
             "summary":"Leo is often alone after school and has missed many days.",
             "needs":[{"domain":"EDUCATION","score":4},{"domain":"FAMILY_RELATIONSHIPS"}],
             "strengths":"A close family who ask for help.","worries":"Mum is not sleeping.",
             "childsViews":"I want to go back to football.","parentsViews":"We need a hand with mornings.",
             "mustNotSee":"Nobody in the police, please.","excludedAgencies":["THAMES_VALLEY_POLICE"],
             "searchId":"%s",
             "people":[
              {"key":"leo","part":"CHILD","name":"Leo O'Brien-Ní Ó'Š","dateOfBirth":"2016-05-14","nhsNumber":"999 000 0018","upn":"X868123426001",
               "address":"4 Mill Row, Windsor","postcode":"sl4 1qz","school":"Alma Primary School","inHousehold":true,"notKnown":["gp"]},
              {"key":"mia","part":"YOUNG_PERSON","name":"Mia O'Brien","dateOfBirth":"2011-02-03","school":"Castle Hill School","inHousehold":true},
              {"key":"bump","part":"UNBORN_CHILD","dueOn":"2027-03-01","inHousehold":true},
              {"key":"mum","part":"PARENT_OR_CARER","name":"Orla O'Brien","phone":"07700 900123","inHousehold":true,
               "relationships":[{"to":"leo","kind":"mother","parentalResponsibility":"YES"},{"to":"mia","kind":"mother","parentalResponsibility":"YES"}]},
              {"key":"dad","part":"PARENT_OR_CARER","name":"Sam Field","inHousehold":true,
               "relationships":[{"to":"leo","kind":"stepfather","parentalResponsibility":"NOT_KNOWN"}],"notKnown":["dateOfBirth"]}],
             "information":[
              {"person":"leo","category":"ATTENDANCE","kind":"attendance-rate","text":"71 per cent this term","source":"Alma Primary School"},
              {"person":"leo","category":"SPECIAL_CATEGORY","kind":"health","text":"Asthma, has an inhaler","source":"Orla O'Brien"}]}""".formatted(TODAY, searchId);
    }

    private String referral = "";
    private final Map<String, String> people = new HashMap<>();

    private Answer on(String person, String path, String body) {
        var answer = post(person, "/api/referrals/" + referral + path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(201, 202);
        return answer;
    }

    private JsonNode caseFile(String person, long version) {
        var answer = get(person, "/api/referrals/" + referral + "?version=" + version);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String status(Answer last) {
        return caseFile("amy", last.json().get("version").asLong())
                .get("status")
                .asString();
    }

    @Test
    void from_a_paper_form_to_closure() {
        receive();
        clarify();
        assertThat(status(consent("mia", "ASSESSED_COMPETENT", "mia"))).isEqualTo("RETURNED_FOR_INFORMATION");
        on("amy", "/information-supplied", "{\"supplied\":[\"surgery\"],\"suppliedOn\":\"" + TODAY + "\"}");

        var early = post("amy", "/api/referrals/" + referral + "/agenda", "{\"meetingId\":\"" + meeting() + "\"}");
        assertThat(early.code()).isEqualTo("consent-not-in-force");
        var leos = consent("leo", "PARENTAL_RESPONSIBILITY", "mum");
        assertThat(status(leos)).isEqualTo("IN_TRIAGE");
        assertThat(status(on(
                        "amy",
                        "/triage",
                        "{\"level\":\"ADDITIONAL\",\"rationale\":\"Two needs that one service can meet.\",\"triagedOn\":\""
                                + TODAY + "\"}")))
                .isEqualTo("READY_FOR_HUB");

        decide("Family Action can start this month.");
        whoDeclaredAnInterestNeitherReadsNorActs();
        var first = allocate(service("Mornings Together", "family-action"), null);
        on(
                "pat",
                "/allocations/" + first + "/decline",
                "{\"reasonCode\":\"NO_CAPACITY\",\"reason\":\"Our worker has left.\"}");
        assertThat(post("rosa", "/api/referrals/" + referral + "/allocations/" + first + "/acceptance", "{}")
                        .status())
                .isEqualTo(404);
        var second = decide("The first service could not help; Bright Paths can.");
        assertThat(second).contains("follows");
        var allocation = allocate(service("Bright Mornings", "bright-paths"), first);
        on("rosa", "/allocations/" + allocation + "/acceptance", "{\"worker\":\"Rosa Marsh\"}");
        assertThat(status(on("rosa", "/allocations/" + allocation + "/start", "{\"startedOn\":\"" + TODAY + "\"}")))
                .isEqualTo("IN_DELIVERY");
        theProviderSeesOnlyWhatItNeeds();
        providersOfTheSameFamilySeeTheirOwnPeopleOnly();

        var school = share("EDUCATION_AND_SCHOOLS", "ATTENDANCE");
        var camhs = share("CAMHS", "IDENTIFIERS_AND_CONTACTS");
        theRecipientReadsOnlySharedFields(school);
        sharingsThatNobodyConsentedToAreRefusedOnRecord();

        on(
                "amy",
                "/consent-withdrawals",
                "{\"consentId\":\"%s\",\"personId\":\"%s\",\"purposes\":[\"SHARE_WITH_AGENCIES\"],\"withdrawnBy\":\"%s\",\"channel\":\"PHONE\",\"withdrawnOn\":\"%s\"}"
                        .formatted(leos.text("id"), people.get("leo"), people.get("mum"), TODAY));
        await().untilAsserted(() -> {
            assertThat(get("hana", "/api/shared-with-me/" + school).status()).isEqualTo(404);
            assertThat(get("colin", "/api/shared-with-me/" + camhs).status()).isEqualTo(404);
        });
        var register =
                get("amy", "/api/sharing-register?referral=" + referral).json().get("entries");
        assertThat(register).hasSize(2).allMatch(e -> !e.get("open").asBoolean());

        on("rosa", "/allocations/" + allocation + "/end", "{\"outcome\":\"NEEDS_MET\",\"endedOn\":\"" + TODAY + "\"}");
        on(
                "amy",
                "/referrer-informed",
                "{\"method\":\"PHONE\",\"what\":\"Help was given.\",\"informedOn\":\"" + TODAY + "\"}");
        assertThat(status(on("amy", "/closure", "{\"reasonCode\":\"NEEDS_MET\"}")))
                .isEqualTo("CLOSED");
        theTrailTellsAllOfIt();
    }

    private void receive() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Leo O'Brien\",\"dateOfBirth\":\"2016-05-14\"}");
        assertThat(search.status()).isEqualTo(200);
        var received =
                post("amy", "/api/referrals", form(search.text("searchId")), "Idempotency-Key", "tour-form-0001");
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        var again = post("amy", "/api/referrals", form(search.text("searchId")), "Idempotency-Key", "tour-form-0001");
        assertThat(again.body()).isEqualTo(received.body());
        referral = received.text("id");
        var view = caseFile("amy", received.json().get("version").asLong());
        assertThat(view.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(view.get("reference").asString()).matches("EH-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
        var keys = new String[] {"leo", "mia", "bump", "mum", "dad"};
        for (int i = 0; i < keys.length; i++) {
            people.put(keys[i], view.get("people").get(i).get("personId").asString());
        }
        assertThat(view.get("people").get(0).get("name").asString()).isEqualTo("Leo O'Brien-Ní Ó'Š");
        assertThat(view.get("intake").get("received").get("summary").asString()).startsWith("Leo is often alone");
        await().untilAsserted(() -> assertThat(
                        post("amy", "/api/person-searches", "{\"name\":\"leo obrien\",\"postcode\":\"SL4 1QZ\"}")
                                .json()
                                .get("candidates"))
                .anyMatch(c -> c.get("personId").asString().equals(people.get("leo"))));
    }

    private void clarify() {
        on(
                "amy",
                "/information-requests",
                "{\"missing\":[\"surgery\"],\"note\":\"Which surgery is Leo with?\",\"neededBy\":\"" + TODAY.plusDays(7)
                        + "\"}");
    }

    private Answer consent(String person, String capacity, String by) {
        var competence = capacity.equals("ASSESSED_COMPETENT")
                ? "\"competence\":{\"assessedBy\":\"amy\",\"reasons\":\"Mia explained in her own words what will happen.\"},"
                : "";
        return on(
                "amy",
                "/consents",
                "{\"personId\":\"%s\",\"purposes\":[\"DISCUSS_AT_HUB\",\"ALLOCATE_SERVICE\",\"SHARE_WITH_AGENCIES\"],\"agencies\":[\"EDUCATION_AND_SCHOOLS\",\"CAMHS\"],\"categories\":[\"ATTENDANCE\",\"IDENTIFIERS_AND_CONTACTS\"],\"givenBy\":\"%s\",\"capacity\":\"%s\",%s\"method\":\"SIGNED_FORM\",\"wordingVersion\":\"w3\",\"noticeVersion\":\"n5\",\"givenOn\":\"%s\",\"reviewOn\":\"%s\"}"
                        .formatted(
                                people.get(person), people.get(by), capacity, competence, TODAY, TODAY.plusMonths(6)));
    }

    private static String meeting() {
        var answer = post(
                "carol",
                "/api/hub-meetings",
                "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya Lindqvist\",\"organisation\":\"afc\"},{\"memberId\":\"hv\",\"name\":\"Health visitor\",\"organisation\":\"health\"},{\"memberId\":\"colin\",\"name\":\"Colin Frost\",\"organisation\":\"CAMHS\"}]}"
                        .formatted(TODAY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private String decide(String rationale) {
        var meeting = meeting();
        on("amy", "/agenda", "{\"meetingId\":\"" + meeting + "\"}");
        assertThat(post("carol", "/api/hub-meetings/" + meeting + "/agenda-publication", "")
                        .status())
                .isEqualTo(202);
        aMemberOfAnotherOrganisationPreparesTheCase(meeting);
        var declared = post(
                "maya",
                "/api/hub-meetings/" + meeting + "/interests",
                "{\"referralId\":\"" + referral + "\",\"member\":\"maya\",\"nature\":\"FRIEND\"}");
        assertThat(declared.status()).as(declared.body()).isEqualTo(202);
        assertThat(post(
                                "carol",
                                "/api/hub-meetings/" + meeting + "/attendance",
                                "{\"present\":[\"carol\",\"hv\"],\"apologies\":[\"maya\"]}")
                        .status())
                .isEqualTo(202);
        on(
                "carol",
                "/discussions",
                "{\"meetingId\":\"%s\",\"options\":[{\"decision\":\"ALLOCATE\"},{\"decision\":\"SIGNPOST\"}],\"decision\":\"ALLOCATE\",\"rationale\":\"%s\",\"dissent\":[{\"member\":\"hv\",\"reason\":\"I would wait for the school.\"}]}"
                        .formatted(meeting, rationale));
        var held = post("carol", "/api/hub-meetings/" + meeting + "/held", "");
        assertThat(held.status()).as(held.body()).isEqualTo(202);
        return get("amy", "/api/referrals/" + referral).json().get("hub").toString();
    }

    private void aMemberOfAnotherOrganisationPreparesTheCase(String meeting) {
        await().untilAsserted(() ->
                assertThat(get("colin", "/api/referrals/" + referral).status()).isEqualTo(200));
        var seen = get("colin", "/api/referrals/" + referral);
        assertThat(seen.text("seenAs")).isEqualTo("HUB_MEMBER");
        assertThat(seen.body())
                .contains("Leo is often alone")
                .contains("71 per cent")
                .contains("Mia O'Brien")
                .doesNotContain("Orla O'Brien")
                .doesNotContain("Mill Row")
                .doesNotContain("Nell")
                .doesNotContain("Nobody in the police");
        assertThat(get("colin", "/api/hub-meetings").body()).contains(meeting);
        assertThat(get("hana", "/api/hub-meetings").body()).doesNotContain(meeting);
        assertThat(get("colin", "/api/referrals/" + referral + "/trail").status())
                .isEqualTo(404);
        assertThat(get("hana", "/api/referrals/" + referral).status()).isEqualTo(404);
    }

    private void whoDeclaredAnInterestNeitherReadsNorActs() {
        await().untilAsserted(() ->
                assertThat(get("maya", "/api/referrals/" + referral).status()).isEqualTo(404));
        var acted = post("maya", "/api/referrals/" + referral + "/closure", "{\"reasonCode\":\"NEEDS_MET\"}");
        assertThat(acted.status()).isEqualTo(409);
        assertThat(acted.code()).isEqualTo("interest-declared");
        await().untilAsserted(() -> assertThat(get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                        .body())
                .contains(
                        "asked for the case and was told that there is nothing for them, because an interest of theirs")
                .contains("tried to close the referral and was refused, because an interest of theirs"));
    }

    private static String service(String name, String provider) {
        return post(
                        "maya",
                        "/api/services",
                        "{\"name\":\"%s\",\"provider\":\"%s\",\"description\":\"Help with school mornings\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}"
                                .formatted(name, provider))
                .text("id");
    }

    private String allocate(String offer, @org.jspecify.annotations.Nullable String insteadOf) {
        return allocate(offer, insteadOf, "leo");
    }

    private String allocate(String offer, @org.jspecify.annotations.Nullable String insteadOf, String person) {
        return on(
                        "amy",
                        "/allocations",
                        "{\"offerId\":\"%s\",\"people\":[\"%s\"],\"answerBy\":\"%s\"%s}"
                                .formatted(
                                        offer,
                                        people.get(person),
                                        TODAY.plusDays(5),
                                        insteadOf == null ? "" : ",\"insteadOf\":\"" + insteadOf + "\""))
                .text("id");
    }

    private String sharing(String recipient, String category, String name) {
        return "{\"recipient\":\"%s\",\"recipientName\":\"%s\",\"people\":[\"%s\"],\"categories\":[\"%s\"],\"fields\":[\"name\",\"school\",\"information\"],\"purpose\":\"SUPPORT_EDUCATION\",\"basis\":\"CONSENT\",\"necessity\":\"The school must know.\",\"proportionality\":\"Only attendance.\",\"channel\":\"HUB_PORTAL\",\"familyTold\":true,\"accessUntil\":\"%s\"}"
                .formatted(recipient, name, people.get("leo"), category, TODAY.plusMonths(3));
    }

    private String share(String recipient, String category) {
        return on("amy", "/sharings", sharing(recipient, category, "Ms Head")).text("id");
    }

    private void theProviderSeesOnlyWhatItNeeds() {
        var seen = get("rosa", "/api/referrals/" + referral);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body())
                .contains("Leo O'Brien")
                .doesNotContain("Nell")
                .doesNotContain("Asthma")
                .doesNotContain("Sam Field");
        for (var stranger : new String[] {"pat", "tom", "omar", "colin", "hana"}) {
            assertThat(get(stranger, "/api/referrals/" + referral).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    private void providersOfTheSameFamilySeeTheirOwnPeopleOnly() {
        var mias = allocate(service("A Night Off", "family-action"), null, "mia");
        await().untilAsserted(() ->
                assertThat(get("pat", "/api/referrals/" + referral).status()).isEqualTo(200));
        var pats = get("pat", "/api/referrals/" + referral).json();
        assertThat(pats.get("people")).hasSize(1);
        assertThat(pats.get("people").get(0).get("name").asString()).isEqualTo("Mia O'Brien");
        assertThat(pats.get("allocations")).hasSize(1);
        var rosas = get("rosa", "/api/referrals/" + referral).json();
        assertThat(rosas.get("people")).hasSize(1);
        assertThat(rosas.get("people").get(0).get("name").asString()).startsWith("Leo");
        assertThat(rosas.get("allocations")).hasSize(1);
        await().untilAsserted(() -> {
            assertThat(lookedAt("leo")).contains("rosa PROVIDER").doesNotContain("pat PROVIDER");
            assertThat(lookedAt("mia")).contains("pat PROVIDER").doesNotContain("rosa PROVIDER");
            assertThat(lookedAt("dad")).contains("amy TEAM").doesNotContain("rosa PROVIDER", "colin HUB_MEMBER");
        });
        on("pat", "/allocations/" + mias + "/decline", "{\"reasonCode\":\"NO_CAPACITY\",\"reason\":\"Full.\"}");
    }

    private List<String> lookedAt(String person) {
        return get("dora", "/api/people/" + people.get(person) + "/who-looked")
                .json()
                .valueStream()
                .map(l ->
                        l.get("actor").asString() + " " + l.path("relationship").asString(""))
                .toList();
    }

    private void theRecipientReadsOnlySharedFields(String sharing) {
        await().untilAsserted(() -> assertThat(
                        get("hana", "/api/shared-with-me/" + sharing).status())
                .isEqualTo(200));
        var shared = get("hana", "/api/shared-with-me/" + sharing).body();
        assertThat(shared)
                .contains("71 per cent")
                .doesNotContain("Asthma")
                .doesNotContain("Mill Row")
                .doesNotContain("Nell");
        assertThat(get("colin", "/api/shared-with-me/" + sharing).status()).isEqualTo(404);
    }

    private void sharingsThatNobodyConsentedToAreRefusedOnRecord() {
        var housing =
                post("amy", "/api/referrals/" + referral + "/sharings", sharing("HOUSING_SERVICES", "ATTENDANCE", "x"));
        assertThat(housing.status()).isEqualTo(409);
        assertThat(housing.code()).isEqualTo("consent-not-covering-recipient");
        assertThat(housing.json().get("recorded").asBoolean()).isTrue();
        var police = post(
                "amy", "/api/referrals/" + referral + "/sharings", sharing("THAMES_VALLEY_POLICE", "ATTENDANCE", "x"));
        assertThat(police.code()).isEqualTo("family-excluded-recipient");
        var safeguarding =
                post("amy", "/api/referrals/" + referral + "/sharings", sharing("CAMHS", "SAFEGUARDING", "x"));
        assertThat(safeguarding.code()).isEqualTo("consent-not-covering-category");
    }

    private void theTrailTellsAllOfIt() {
        await().untilAsserted(() -> {
            var trail = get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                    .body();
            assertThat(trail)
                    .contains("from a neighbour who asked to stay anonymous to the family")
                    .contains("for: surgery; the answer is needed by")
                    .contains("The question was: Which surgery is Leo with?")
                    .contains("Mia O'Brien (young person) consented")
                    .contains("Orla O'Brien (parent or carer) consented")
                    .contains("Health visitor disagreed: I would wait for the school.")
                    .contains("Our worker has left.")
                    .contains("This follows an earlier decision.")
                    .contains("in place of an earlier allocation")
                    .contains("because the consent does not cover this recipient")
                    .contains("withdrew consent")
                    .contains("The access of education and schools to what was shared ended on")
                    .contains("The access of CAMHS to what was shared ended on")
                    .contains("because consent was withdrawn")
                    .contains("because the needs were met")
                    .contains(
                            "Somebody opened the case, as the provider of a service for the family. Texts about one person could be read.")
                    .contains("Somebody opened the case, as a member of the Hub meeting.")
                    .contains(
                            "Somebody asked for the case and was told that there is nothing for them, because nothing ties them to it.")
                    .contains(
                            "Somebody asked for what was shared and was told that there is nothing for them, because what was shared with them may no longer be read.")
                    .contains(
                            "Somebody tried to take up the allocation of a service and was refused, because nothing ties them to it.");
        });
        var auditors = get("aled", "/api/referrals/" + referral + "/trail?limit=200");
        assertThat(auditors.status()).isEqualTo(200);
        assertThat(auditors.body())
                .doesNotContain("O'Brien")
                .doesNotContain("Our worker has left")
                .contains("[sealed]");
    }
}

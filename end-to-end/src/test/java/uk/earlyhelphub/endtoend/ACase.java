package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import uk.earlyhelphub.endtoend.RunningHub.Answer;

/** A case of the Windsor team, with a child and a mother, and what journeys do with it. */
final class ACase {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    final String id;
    final String child;
    final String mother;
    private String consent = "";

    private ACase(String id) {
        this.id = id;
        var people = get("maya", "/api/referrals/" + id).json().get("people");
        child = people.get(0).get("personId").asString();
        mother = people.get(1).get("personId").asString();
    }

    /** Amy receives it; nobody else of the name is on file. */
    static ACase received(String name) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"" + name + "\"}")
                .text("searchId");
        var answer = post("amy", "/api/referrals", """
                {"channel":"PHONE","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"NEIGHBOUR","name":"Nell Ashdown","anonymousToFamily":true},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"Often alone.","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"%s","dateOfBirth":"2014-03-11","inHousehold":true},
                  {"key":"m","part":"PARENT_OR_CARER","name":"Mo %s","dateOfBirth":"1985-01-01","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, search, name, name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new ACase(answer.text("id"));
    }

    String path(String more) {
        return "/api/referrals/" + id + more;
    }

    /** Somebody does something, and it is done. */
    Answer done(String person, String more, String body) {
        var answer = post(person, path(more), body);
        assertThat(answer.status()).as("%s: %s", more, answer.body()).isBetween(201, 202);
        return answer;
    }

    /** The mother agrees, for the child, to all that a service and a sharing need. */
    ACase agreed() {
        consent = done("amy", "/consents", """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB","ALLOCATE_SERVICE","SHARE_WITH_AGENCIES"],"agencies":["EDUCATION_AND_SCHOOLS","CAMHS"],
                 "categories":["IDENTIFIERS_AND_CONTACTS"],"givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","method":"SIGNED_FORM",
                 "wordingVersion":"w1","noticeVersion":"n1","givenOn":"%s","reviewOn":"%s"}""".formatted(child, mother, TODAY, TODAY.plusMonths(6)))
                .text("id");
        return this;
    }

    /** She takes it back for one purpose. */
    void withdrawn(String purpose) {
        done(
                "amy",
                "/consent-withdrawals",
                "{\"consentId\":\"%s\",\"personId\":\"%s\",\"withdrawnBy\":\"%s\",\"purposes\":[\"%s\"],\"channel\":\"PHONE\",\"withdrawnOn\":\"%s\"}"
                        .formatted(consent, child, mother, purpose, TODAY));
    }

    /** It is triaged and stands on a published agenda; answers the meeting's id. */
    String onAgenda() {
        done(
                "amy",
                "/triage",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"Two needs.\",\"triagedOn\":\"" + TODAY + "\"}");
        var meeting = post("carol", "/api/hub-meetings", """
                {"team":"windsor","meetsOn":"%s","startsAt":"09:30","place":"Room 2","chair":"carol",
                 "members":[{"memberId":"maya","name":"Maya","organisation":"afc"}]}""".formatted(TODAY)).text("id");
        done("amy", "/agenda", "{\"meetingId\":\"" + meeting + "\"}");
        assertThat(post("carol", "/api/hub-meetings/" + meeting + "/agenda-publication", "")
                        .status())
                .isEqualTo(202);
        return meeting;
    }

    /** The Hub meets and decides that a service shall help. */
    ACase discussed() {
        var meeting = onAgenda();
        assertThat(post("carol", "/api/hub-meetings/" + meeting + "/attendance", "{\"present\":[\"carol\",\"maya\"]}")
                        .status())
                .isEqualTo(202);
        done(
                "carol",
                "/discussions",
                "{\"meetingId\":\"%s\",\"options\":[{\"decision\":\"ALLOCATE\"},{\"decision\":\"SIGNPOST\"}],\"decision\":\"ALLOCATE\",\"rationale\":\"It helps with the mornings.\",\"dissent\":[{\"member\":\"maya\",\"reason\":\"I would wait for the school.\"}]}"
                        .formatted(meeting));
        return this;
    }

    /** A service of a provider is allocated; answers the allocation's id. */
    String allocatedTo(String provider) {
        var offer = post("maya", "/api/services", """
                {"name":"Mornings","provider":"%s","description":"Help","needs":["EDUCATION"],"levels":["ADDITIONAL"],"areas":["Clewer"],"places":3}""".formatted(provider)).text("id");
        return done(
                        "amy",
                        "/allocations",
                        "{\"offerId\":\"%s\",\"people\":[\"%s\"],\"answerBy\":\"%s\"}"
                                .formatted(offer, child, TODAY.plusDays(5)))
                .text("id");
    }
}

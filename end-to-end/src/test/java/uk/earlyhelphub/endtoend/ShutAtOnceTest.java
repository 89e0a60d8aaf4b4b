package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.platform.wiring.ProjectionRunners;

/**
 * What is taken back is shut to the very next reader, however far the read models are: here they stand still altogether.
 */
class ShutAtOnceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private String referral = "";
    private String child = "";

    @AfterEach
    void goOn() {
        CONTEXT.getBean(ProjectionRunners.class).start();
    }

    private static void standStill() {
        CONTEXT.getBean(ProjectionRunners.class).stop();
    }

    private Answer on(String person, String path, String body) {
        var answer = post(person, "/api/referrals/" + referral + path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(201, 202);
        return answer;
    }

    private void received(String name) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"" + name + "\"}")
                .text("searchId");
        referral = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"%s","dateOfBirth":"2015-02-03","inHousehold":true},
                  {"key":"m","part":"PARENT_OR_CARER","name":"Mo %s","inHousehold":true,
                   "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, search, name, name))
                .text("id");
        var people = get("amy", "/api/referrals/" + referral).json().get("people");
        child = people.get(0).get("personId").asString();
        var mother = people.get(1).get("personId").asString();
        consentId = on("amy", "/consents", """
                {"personId":"%s","purposes":["DISCUSS_AT_HUB","ALLOCATE_SERVICE","SHARE_WITH_AGENCIES"],"agencies":["EDUCATION_AND_SCHOOLS"],
                 "categories":["IDENTIFIERS_AND_CONTACTS"],"givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","method":"SIGNED_FORM",
                 "wordingVersion":"w1","noticeVersion":"n1","givenOn":"%s","reviewOn":"%s"}""".formatted(child, mother, TODAY, TODAY.plusMonths(6)))
                .text("id");
        withdrawnBy = mother;
    }

    private String consentId = "";
    private String withdrawnBy = "";

    private String shared() {
        return on("amy", "/sharings", """
                {"recipient":"EDUCATION_AND_SCHOOLS","recipientName":"Ms Reader","people":["%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "fields":["name"],"purpose":"DELIVER_SERVICE","basis":"CONSENT","necessity":"They meet the child.","proportionality":"The name only.",
                 "channel":"HUB_PORTAL","familyTold":true,"accessUntil":"%s"}""".formatted(child, TODAY.plusMonths(3))).text("id");
    }

    private void withdrawn() {
        on(
                "amy",
                "/consent-withdrawals",
                "{\"consentId\":\"%s\",\"personId\":\"%s\",\"withdrawnBy\":\"%s\",\"purposes\":[\"SHARE_WITH_AGENCIES\"],\"channel\":\"PHONE\",\"withdrawnOn\":\"%s\"}"
                        .formatted(consentId, child, withdrawnBy, TODAY));
    }

    /** Forty families, twenty-five readers each who all ask as soon as the withdrawal is answered. */
    @Test
    void of_a_thousand_reads_after_a_withdrawal_was_answered_none_shows_anything() throws Exception {
        var leaked = 0;
        var reads = 0;
        try (var readers = Executors.newFixedThreadPool(25)) {
            for (var family = 0; family < 40; family++) {
                received("Shut " + (char) ('A' + family % 26) + "name");
                var path = "/api/shared-with-me/" + shared();
                assertThat(get("hana", path).status()).isEqualTo(200);
                standStill();
                withdrawn();
                var looks = new ArrayList<Callable<Integer>>();
                for (var reader = 0; reader < 25; reader++) {
                    looks.add(() -> get("hana", path).status());
                }
                for (var look : readers.invokeAll(looks)) {
                    reads++;
                    leaked += look.get() == 404 ? 0 : 1;
                }
                goOn();
            }
        }
        assertThat(reads).isEqualTo(1000);
        assertThat(leaked).as("reads that still showed something").isZero();
    }

    @Test
    void a_recall_shuts_the_next_read_and_stays_on_the_recipient_s_list_until_it_is_answered() {
        received("Recalled Robin");
        var sharing = shared();
        assertThat(get("hana", "/api/shared-with-me/" + sharing).status()).isEqualTo(200);
        standStill();
        on(
                "amy",
                "/sharings/" + sharing + "/recall",
                "{\"cause\":\"SHARED_IN_ERROR\",\"reason\":\"The wrong school.\"}");
        assertThat(get("hana", "/api/shared-with-me/" + sharing).status()).isEqualTo(404);
        goOn();
        await().untilAsserted(() -> assertThat(get("hana", "/api/shared-with-me?limit=200")
                        .json()
                        .get("entries")
                        .valueStream()
                        .filter(e -> e.get("sharingId").asString().equals(sharing))
                        .toList())
                .singleElement()
                .satisfies(e -> assertThat(e.get("open").asBoolean()).isFalse())
                .satisfies(e -> assertThat(e.get("recalled").asBoolean()).isTrue()));
    }

    @Test
    void what_was_shared_stays_as_it_was_shared() {
        received("Frozen Faye");
        var sharing = shared();
        on(
                "amy",
                "/corrections",
                "{\"personId\":\"%s\",\"field\":\"name\",\"now\":\"Hidden Henrietta\",\"reason\":\"She moved to safety.\"}"
                        .formatted(child));
        assertThat(get("hana", "/api/shared-with-me/" + sharing).body())
                .contains("Frozen Faye")
                .doesNotContain("Hidden Henrietta");
    }

    @Test
    void the_team_sees_at_once_what_it_did() {
        received("Prompt Paul");
        standStill();
        var added =
                on("amy", "/people", "{\"key\":\"s\",\"part\":\"CHILD\",\"name\":\"Sib Prompt\",\"inHousehold\":true}");
        assertThat(added.json().get("version").asLong()).isPositive();
        assertThat(get("amy", "/api/referrals/" + referral).body()).contains("Sib Prompt");
    }
}

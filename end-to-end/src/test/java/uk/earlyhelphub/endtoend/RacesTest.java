package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.token;

import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Several people at one case at the same moment, and requests that never end. */
@ExtendWith(OutputCaptureExtension.class)
class RacesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    /** A family whose mother consented to sharing with schools. */
    private record Family(String referral, String child, String mother, String consent) {
        static Family withConsent(String name) {
            var search = post("amy", "/api/person-searches", "{\"name\":\"" + name + "\"}")
                    .text("searchId");
            var referral = post("amy", "/api/referrals", """
                    {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                     "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                     "child":"c","summary":"s","searchId":"%s",
                     "people":[{"key":"c","part":"CHILD","name":"%s","inHousehold":true},
                      {"key":"m","part":"PARENT_OR_CARER","name":"Mother","inHousehold":true,
                       "relationships":[{"to":"c","kind":"mother","parentalResponsibility":"YES"}]}]}""".formatted(TODAY, search, name))
                    .text("id");
            var people = get("amy", "/api/referrals/" + referral + "?version=2")
                    .json()
                    .get("people");
            var child = people.get(0).get("personId").asString();
            var mother = people.get(1).get("personId").asString();
            var consent = post("amy", "/api/referrals/" + referral + "/consents", """
                    {"personId":"%s","purposes":["DISCUSS_AT_HUB","ALLOCATE_SERVICE","SHARE_WITH_AGENCIES"],"agencies":["EDUCATION_AND_SCHOOLS"],
                     "categories":["IDENTIFIERS_AND_CONTACTS"],"givenBy":"%s","capacity":"PARENTAL_RESPONSIBILITY","method":"SIGNED_FORM",
                     "wordingVersion":"w3","noticeVersion":"n5","givenOn":"%s","reviewOn":"%s"}""".formatted(
                            child, mother, TODAY, TODAY.plusMonths(6)));
            assertThat(consent.status()).as(consent.body()).isEqualTo(201);
            return new Family(referral, child, mother, consent.text("id"));
        }

        String sharing() {
            return """
                {"recipient":"EDUCATION_AND_SCHOOLS","recipientName":"Ms Head","people":["%s"],"categories":["IDENTIFIERS_AND_CONTACTS"],
                 "fields":["name"],"purpose":"SUPPORT_EDUCATION","basis":"CONSENT","necessity":"n","proportionality":"p",
                 "channel":"HUB_PORTAL","familyTold":true,"accessUntil":"%s"}""".formatted(child, TODAY.plusMonths(3));
        }

        String withdrawal() {
            return """
                {"consentId":"%s","personId":"%s","purposes":["SHARE_WITH_AGENCIES"],"withdrawnBy":"%s","channel":"PHONE",
                 "withdrawnOn":"%s"}""".formatted(consent, child, mother, TODAY);
        }

        Answer on(String path, String body, String... headers) {
            return post("amy", "/api/referrals/" + referral + path, body, headers);
        }

        List<RecordedEvent> history() {
            return CONTEXT.getBean(EventLog.class).ofAggregate(referral, 0);
        }
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void nothing_is_shared_after_a_withdrawal_and_nothing_stays_open() throws Exception {
        for (int round = 0; round < 12; round++) {
            var family = Family.withConsent("Race " + round);
            var first = round % 2 == 0;
            Callable<Answer> share = () -> family.on("/sharings", family.sharing());
            Callable<Answer> withdraw = () -> family.on("/consent-withdrawals", family.withdrawal());
            var answers = atOnce(first ? List.of(share, withdraw, share) : List.of(withdraw, share, share));
            assertThat(answers)
                    .allSatisfy(a -> assertThat(a.status()).as(a.body()).isIn(201, 202, 409));
            if (answers.get(first ? 1 : 0).status() == 409) {
                assertThat(family.on("/consent-withdrawals", family.withdrawal())
                                .status())
                        .isEqualTo(202);
            }
            var open = 0;
            var withdrawn = false;
            for (var event : family.history()) {
                switch (event.payload()) {
                    case DataShared _ -> {
                        assertThat(withdrawn).isFalse();
                        open++;
                    }
                    case PartnerAccessEnded _ -> open--;
                    case ConsentWithdrawn _ -> withdrawn = true;
                    default -> {}
                }
            }
            assertThat(withdrawn).isTrue();
            assertThat(open).isZero();
        }
    }

    @Test
    void what_is_sent_again_after_a_time_out_is_shared_once() throws Exception {
        var family = Family.withConsent("Once Only");
        Callable<Answer> share = () -> family.on("/sharings", family.sharing(), "Idempotency-Key", "share-once-only");
        var answers = atOnce(java.util.Collections.nCopies(20, share));
        assertThat(answers).allMatch(a -> a.status() == 201);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(family.history())
                .filteredOn(e -> e.payload() instanceof DataShared)
                .hasSize(1);
    }

    private static String lastPlace() {
        return post(
                        "maya",
                        "/api/services",
                        "{\"name\":\"One place\",\"provider\":\"family-action\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}")
                .text("id");
    }

    @Test
    void of_two_hundred_who_allocate_the_last_place_one_does() throws Exception {
        var family = Family.withConsent("Last Place");
        var meeting = post(
                        "carol",
                        "/api/hub-meetings",
                        "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya\",\"organisation\":\"afc\"}]}"
                                .formatted(TODAY))
                .text("id");
        family.on("/triage", "{\"level\":\"ADDITIONAL\",\"rationale\":\"r\",\"triagedOn\":\"" + TODAY + "\"}");
        family.on("/agenda", "{\"meetingId\":\"" + meeting + "\"}");
        post("carol", "/api/hub-meetings/" + meeting + "/agenda-publication", "");
        post(
                "carol",
                "/api/hub-meetings/" + meeting + "/attendance",
                "{\"present\":[\"carol\"],\"apologies\":[\"maya\"]}");
        var decided = post(
                "carol",
                "/api/referrals/" + family.referral() + "/discussions",
                "{\"meetingId\":\"%s\",\"options\":[{\"decision\":\"ALLOCATE\"}],\"decision\":\"ALLOCATE\",\"rationale\":\"r\",\"dissent\":[]}"
                        .formatted(meeting));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        var body = "{\"offerId\":\"%s\",\"people\":[\"%s\"],\"answerBy\":\"%s\"}"
                .formatted(lastPlace(), family.child(), TODAY.plusDays(5));
        Callable<Answer> allocate = () -> family.on("/allocations", body);
        var answers = atOnce(java.util.Collections.nCopies(200, allocate));
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(199);
        assertThat(family.history())
                .filteredOn(e -> e.payload() instanceof ServiceAllocated)
                .hasSize(1);
    }

    @Test
    void a_body_without_an_end_is_refused_at_the_limit() throws Exception {
        var uri = URI.create(base());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(
                    ("POST /api/referrals HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                    + token("amy") + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                for (int n = 0; n < 10_000 && socket.getInputStream().available() == 0; n++) {
                    out.write(chunk);
                }
            } catch (SocketException _) {
                // The server has hung up; what it said before is still there to be read.
            }
            var said = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(said).isEqualTo("HTTP/1.1 413");
        }
        assertThat(get("amy", "/api/worklist").status()).isEqualTo(200);
    }

    @Test
    void nothing_that_people_type_reaches_the_log(CapturedOutput log) {
        var typed = "Robin\\r\\n12:00:00.000 ERROR forged \\u001b[31mline";
        var answer = post("amy", "/api/person-searches", "{\"name\":\"" + typed + "\"}");
        assertThat(answer.status()).isIn(200, 400);
        post("amy", "/api/referrals", "{\"summary\":\"" + typed + "\",\"forged\":\"" + typed + "\"}");
        get("amy", "/api/referrals/forged%0d%0aERROR%20forged");
        assertThat(log.getAll())
                .doesNotContain("forged line")
                .doesNotContain("ERROR forged")
                .doesNotContain("\u001b[31mline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "(a+)+$", "' or 1=1 --", "*"})
    void a_search_takes_every_sign_as_it_is(String sign) {
        var answer = post("amy", "/api/person-searches", "{\"name\":\"" + sign + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("candidates")).isEmpty();
    }
}

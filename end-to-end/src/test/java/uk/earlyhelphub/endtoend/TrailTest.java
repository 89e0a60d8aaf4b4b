package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The trail as auditors ask for it, and as it leaves the Hub. */
class TrailTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String CORRELATION = UUID.randomUUID().toString();
    private static String referral = "";
    private static String child = "";

    @BeforeAll
    static void aCase() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Trudy Trail\"}")
                .text("searchId");
        var received = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"=1+1 is what she said","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Trudy Trail","inHousehold":true}]}""".formatted(TODAY, search), "X-Correlation-Id", CORRELATION);
        referral = received.text("id");
        child = get("amy", "/api/referrals/" + referral + "?version=1")
                .json()
                .get("people")
                .get(0)
                .get("personId")
                .asString();
        get("maya", "/api/referrals/" + referral);
        get("tom", "/api/referrals/" + referral);
        await().until(() -> get("aled", "/api/trail?referral=" + referral + "&actor=tom")
                        .json()
                        .get("entries")
                        .size()
                == 1);
    }

    private static List<JsonNode> trail(String query) {
        var answer = get("aled", "/api/trail?limit=200&" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("entries").valueStream().toList();
    }

    private static List<String> types(String query) {
        return trail(query).stream().map(e -> e.get("type").asString()).toList();
    }

    @Test
    void it_is_narrowed_down_by_each_thing_that_auditors_ask_by() {
        assertThat(types("referral=" + referral))
                .contains(
                        "Referral.ReferralReceived",
                        "Referral.PersonAdded",
                        "RecordAccess.RecordOpened",
                        "RecordAccess.RecordRefused");
        assertThat(types("person=" + child)).contains("Referral.PersonAdded");
        assertThat(types("referral=" + referral + "&actor=tom")).containsExactly("RecordAccess.RecordRefused");
        assertThat(types("referral=" + referral + "&organisation=rbwm")).allMatch(t -> t.startsWith("RecordAccess"));
        assertThat(types("referral=" + referral + "&type=Referral.PersonAdded"))
                .containsExactly("Referral.PersonAdded");
        assertThat(types("referral=" + referral + "&type=Referral.*")).hasSize(2);
        assertThat(types("referral=" + referral + "&purpose=CLARIFY_REFERRAL&type=Referral.*"))
                .hasSizeBetween(0, 2);
        assertThat(types("correlation=" + CORRELATION))
                .containsExactly("Referral.ReferralReceived", "Referral.PersonAdded");
        assertThat(types("referral=" + referral + "&to=" + Instant.now().minusSeconds(3600)))
                .isEmpty();
        assertThat(types("referral=" + referral + "&from=" + Instant.now().minusSeconds(3600)))
                .isNotEmpty();
    }

    @Test
    void every_line_says_what_who_why_and_where_its_proof_is_and_no_text() {
        var line = trail("referral=" + referral + "&type=Referral.ReferralReceived")
                .getFirst();
        assertThat(line.get("what").asString())
                .contains("was received on "
                        + DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(TODAY))
                .contains("[sealed]")
                .doesNotContain("Trudy");
        assertThat(line.get("who").asString()).isNotBlank();
        assertThat(line.get("role").asString()).isEqualTo("CASEWORKER");
        assertThat(line.get("correlationId").asString()).isEqualTo(CORRELATION);
        var proof = get("aled", line.get("proof").asString());
        assertThat(proof.text("eventId")).isEqualTo(line.get("eventId").asString());
        assertThat(trail("organisation=afc").toString()).doesNotContain("Trudy");
    }

    @Test
    void looking_at_a_list_is_on_record_like_looking_at_a_case() {
        var lists = Map.ofEntries(
                Map.entry("/api/worklist", "amy"),
                Map.entry("/api/sharing-register", "amy"),
                Map.entry("/api/hub-meetings", "amy"),
                Map.entry("/api/shared-with-me", "hana"),
                Map.entry("/api/allocated-to-me", "rosa"),
                Map.entry("/api/break-glass", "maya"),
                Map.entry("/api/conflicts", "dora"),
                Map.entry("/api/connection-removals", "dora"),
                Map.entry("/api/dead-letters", "aled"),
                Map.entry("/api/replays", "aled"),
                Map.entry("/api/proof", "aled"));
        lists.forEach((path, reader) -> {
            var correlation = UUID.randomUUID().toString();
            assertThat(get(reader, path, "X-Correlation-Id", correlation).status())
                    .as(path)
                    .isEqualTo(200);
            await().untilAsserted(() -> assertThat(
                            get("aled", "/api/trail?correlation=" + correlation).body())
                    .as(path)
                    .contains("RecordAccess.RecordsSearched"));
        });
    }

    @Test
    void who_asks_for_the_account_or_acts_without_the_role_for_it_is_on_record() {
        var correlation = UUID.randomUUID().toString();
        var tried = Map.of(
                "/api/trail", "the account of everything",
                "/api/conflicts", "the list of people who came upon a record of somebody close",
                "/api/replays", "the replays of the history");
        tried.keySet()
                .forEach(path -> assertThat(get("tom", path, "X-Correlation-Id", correlation)
                                .status())
                        .isEqualTo(403));
        assertThat(post(
                                "tom",
                                "/api/services",
                                "{\"name\":\"n\",\"provider\":\"p\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],"
                                        + "\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}",
                                "X-Correlation-Id",
                                correlation)
                        .status())
                .isEqualTo(404);
        await().untilAsserted(() -> {
            var lines = trail("type=RecordAccess.RecordRefused&actor=tom&correlation=" + correlation);
            assertThat(lines).hasSize(4);
            assertThat(lines.toString()).contains("tried to register a service and");
            assertThat(lines).extracting(l -> l.get("why").asString()).contains("AUDIT", "OPERATE");
            tried.values().forEach(view -> assertThat(lines.toString()).contains("asked for " + view));
        });
    }

    @Test
    void what_auditors_asked_is_on_record_too() {
        trail("actor=amy&correlation=nothing-of-that-name");
        await().untilAsserted(() -> assertThat(
                        trail("type=RecordAccess.RecordsSearched&actor=aled").toString())
                .contains("narrowed down to actor amy and correlation nothing-of-that-name"));
    }

    @Test
    void pages_follow_each_other_in_a_stable_order() {
        var whole = trail("type=Referral.*").stream()
                .map(e -> e.get("position").asString())
                .toList();
        var byPages = new ArrayList<String>();
        var next = "";
        do {
            var page = get("aled", "/api/trail?type=Referral.*&limit=3" + next).json();
            page.get("entries").forEach(e -> byPages.add(e.get("position").asString()));
            next = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty() && byPages.size() < whole.size());
        assertThat(byPages.subList(0, Math.min(byPages.size(), whole.size()))).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=Nothing.Known",
                "type=x",
                "person=me",
                "referral=../..",
                "from=2026-11-23T10:00:00Z&to=2026-11-22T10:00:00Z",
                "purpose=NONE",
                "from=yesterday",
                "actor=%00",
                "organisation=a%00",
                "correlation=%00",
                "limit=0",
                "after=1",
                "correlation=x'%20or%201=1&limit=9999"
            })
    void a_bad_question_is_told_which_field_is_wrong(String query) {
        var answer = get("aled", "/api/trail?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().has("errors")).as(answer.body()).isTrue();
    }

    private static HttpResponse<byte[]> export(String person, String body) throws Exception {
        return export(person, body, UUID.randomUUID().toString());
    }

    private static HttpResponse<byte[]> export(String person, String body, String key) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base() + "/api/trail/exports"))
                                .header("Authorization", "Bearer " + RunningHub.token(person))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void an_export_that_is_fetched_again_by_its_key_is_one_export_handed_over_twice() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = "{\"format\":\"CSV\",\"purpose\":\"AUDIT\",\"expiresInDays\":30,\"filter\":{\"referral\":\"%s\"}}"
                .formatted(referral);
        var first = export("aled", body, key);
        var again = export("aled", body, key);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        var id = first.headers().firstValue("X-Export-Id").orElseThrow();
        assertThat(again.headers().firstValue("X-Export-Id")).hasValue(id);
        assertThat(CONTEXT.getBean(EventStore.class)
                        .readEvents(id)
                        .asStream()
                        .map(e -> e.getPayloadType().getSimpleName()))
                .containsExactly("RecordExported", "ExportDelivered", "ExportDelivered");
        assertThat(export("aled", body.replace("30", "31"), key).statusCode()).isEqualTo(422);
    }

    private static Map<String, String> unzipped(byte[] zip) throws Exception {
        var files = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "JSON_LINES", "CLOUD_EVENTS"})
    void it_leaves_the_hub_in_three_forms_with_checksum_and_checkpoint(String format) throws Exception {
        var answer = export(
                "aled",
                "{\"format\":\"%s\",\"purpose\":\"AUDIT\",\"expiresInDays\":30,\"filter\":{\"referral\":\"%s\"}}"
                        .formatted(format, referral));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Export-Expires-On"))
                .hasValue(TODAY.plusDays(30).toString());
        var files = unzipped(answer.body());
        assertThat(files)
                .containsOnlyKeys(
                        format.equals("CSV")
                                ? "trail.csv"
                                : format.equals("JSON_LINES") ? "trail.jsonl" : "trail.cloudevents.jsonl",
                        "checkpoint",
                        "SHA256SUMS");
        var sums = String.valueOf(files.get("SHA256SUMS")).strip().split("  ");
        var content = String.valueOf(files.get(sums[1]));
        assertThat(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(sums[0]);
        assertThat(files.get("checkpoint")).startsWith("hub.local/history\n");
        assertThat(content).contains(referral).contains("was received on").doesNotContain("Trudy");
        if (format.equals("CLOUD_EVENTS")) {
            var event = RunningHub.JSON.readTree(content.lines().findFirst().orElseThrow());
            assertThat(event.get("specversion").asString()).isEqualTo("1.0");
            assertThat(event.get("type").asString()).isEqualTo("uk.earlyhelphub.Referral.ReferralReceived");
            assertThat(event.get("source").asString()).isEqualTo("/early-help-hub");
            assertThat(event.get("data").get("eventId")).isEqualTo(event.get("id"));
        }
        var id = answer.headers().firstValue("X-Export-Id").orElseThrow();
        var said = Map.of("CSV", "a spreadsheet (CSV)", "JSON_LINES", "JSON lines", "CLOUD_EVENTS", "CloudEvents")
                .get(format);
        await().untilAsserted(() -> assertThat(get("amy", "/api/referrals/" + referral + "/trail?limit=200")
                        .body())
                .contains("Records were taken out of the Hub as a file: the account of everything, as " + said)
                .contains("was handed over whole"));
        assertThat(trail("type=RecordAccess.ExportDelivered").toString()).contains("handed over whole");
        assertThat(id).hasSize(36);
    }

    /** Abuse case 43. */
    @Test
    void too_many_exports_are_refused_on_record() throws Exception {
        var status = 0;
        for (var n = 0; n < 25 && status != 429; n++) {
            status = export(
                            "dora",
                            "{\"format\":\"JSON_LINES\",\"purpose\":\"AUDIT\",\"expiresInDays\":1,\"filter\":{\"correlation\":\"none\"}}")
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
        await().untilAsserted(() -> assertThat(
                        trail("actor=dora&type=RecordAccess.RecordRefused").toString())
                .contains("too much in too short a time"));
    }

    /** A family member signs in with who they are, as the council's issuer has verified it. Abuse case 15. */
    @Test
    void somebody_of_the_family_sees_who_looked_at_their_record_and_nothing_else() {
        var token = RunningHub.send(HttpRequest.newBuilder(URI.create(base() + "/demo/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=fay&password=demo&person=" + child)))
                .text("access_token");
        var mine = RunningHub.send(HttpRequest.newBuilder(URI.create(base() + "/api/my-record/who-looked"))
                .header("Authorization", "Bearer " + token));
        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        assertThat(mine.json().get("looks").valueStream().toList())
                .anyMatch(l -> l.get("role").asString().equals("manager")
                        && l.get("what").asString().equals("opened the record"))
                .anyMatch(l -> l.get("what").asString().equals("asked for the record and was refused"));
        assertThat(mine.body())
                .doesNotContain("Maya")
                .doesNotContain("Tom")
                .doesNotContain("Trudy")
                .contains("withheld");
        for (var path : List.of(
                "/api/referrals/" + referral,
                "/api/referrals/" + referral + "/trail",
                "/api/people/" + child + "/who-looked")) {
            assertThat(RunningHub.send(HttpRequest.newBuilder(URI.create(base() + path))
                                    .header("Authorization", "Bearer " + token))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void who_looked_at_a_case_and_at_a_person_is_told() {
        var looks = get("amy", "/api/referrals/" + referral + "/who-looked");
        assertThat(looks.status()).as(looks.body()).isEqualTo(200);
        assertThat(looks.json().valueStream().toList())
                .anyMatch(l -> l.get("actor").asString().equals("maya")
                        && l.get("view").asString().equals("casefile"))
                .anyMatch(l -> l.get("actor").asString().equals("tom")
                        && l.get("type").asString().endsWith("RecordRefused"));
        assertThat(get("hana", "/api/referrals/" + referral + "/who-looked").status())
                .isEqualTo(404);
        post("amy", "/api/person-searches", "{\"name\":\"Trudy Trail\"}");
        await().untilAsserted(() -> assertThat(get("dora", "/api/people/" + child + "/who-looked")
                        .json()
                        .valueStream()
                        .toList())
                .anyMatch(l -> l.get("type").asString().endsWith("RecordsSearched")
                        && l.get("actor").asString().equals("amy"))
                .anyMatch(l -> l.get("actor").asString().equals("maya")));
        assertThat(get("amy", "/api/people/" + child + "/who-looked").status()).isEqualTo(404);
    }
}

package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** N11: who accounts for a case finds it by whom it is about, and the account by who acted. */
class FindingACaseTest {
    private static String search(String name) {
        return "{\"who\":{\"name\":\"%s\"},\"reason\":\"COMPLAINT\",\"reference\":\"C-2026/14\"}".formatted(name);
    }

    private static List<JsonNode> found(String who, String name) {
        var answer = post(who, "/api/case-searches", search(name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("cases").valueStream().toList();
    }

    @Test
    void officers_and_the_chair_find_a_case_by_name_and_officers_are_told_no_text() {
        var one = ACase.received("Finda Bynamely");
        for (var officer : List.of("ines", "dora", "aled")) {
            await().untilAsserted(() -> assertThat(found(officer, "Finda Bynamely"))
                    .anySatisfy(
                            hit -> assertThat(hit.get("referralId").asString()).isEqualTo(one.id)));
            assertThat(found(officer, "Finda Bynamely")).allSatisfy(hit -> {
                assertThat(hit.has("person")).isFalse();
                assertThat(hit.get("reference").asString()).startsWith("EH-");
                assertThat(hit.get("team").asString()).isEqualTo("windsor");
                assertThat(hit.toString()).doesNotContain("Finda", "2014-03-11");
            });
        }
        assertThat(found("carol", "Finda Bynamely"))
                .anySatisfy(hit ->
                        assertThat(hit.get("person").get("name").asString()).isEqualTo("Finda Bynamely"));
    }

    @Test
    void a_reason_is_demanded_and_on_record_with_whom_the_search_found() {
        ACase.received("Reasa Bynamely");
        assertThat(post("ines", "/api/case-searches", "{\"who\":{\"name\":\"Reasa Bynamely\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(post("ines", "/api/case-searches", "{\"who\":{},\"reason\":\"COMPLAINT\"}")
                        .code())
                .isEqualTo("search-for-something");
        assertThat(post("amy", "/api/case-searches", search("Reasa Bynamely")).code())
                .isEqualTo("not-for-this-role");
        var correlation = UUID.randomUUID().toString();
        await().untilAsserted(() -> assertThat(found("ines", "Reasa Bynamely")).isNotEmpty());
        assertThat(post("ines", "/api/case-searches", search("Reasa Bynamely"), "X-Correlation-Id", correlation)
                        .status())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        get("aled", "/api/trail?correlation=" + correlation).body())
                .contains("A case was searched for", "complaint", "C-2026/14")
                .doesNotContain("Reasa"));
    }

    @Test
    void a_bar_holds_in_a_search() {
        var one = ACase.received("Barra Bynamely");
        await().untilAsserted(() -> assertThat(found("ines", "Barra Bynamely")).isNotEmpty());
        try {
            assertThat(post(
                                    "ines",
                                    "/api/my-connections",
                                    "{\"relation\":\"FAMILY\",\"name\":\"Barra Bynamely\",\"dateOfBirth\":\"2014-03-11\"}")
                            .status())
                    .isEqualTo(202);
            assertThat(found("ines", "Barra Bynamely"))
                    .noneSatisfy(
                            hit -> assertThat(hit.get("referralId").asString()).isEqualTo(one.id));
        } finally {
            post("ines", "/api/my-connections/removal", "");
            get("dora", "/api/connection-removals")
                    .json()
                    .valueStream()
                    .filter(r -> r.get("staff").asString().equals("ines"))
                    .forEach(r -> post(
                            "dora",
                            "/api/connection-removals/" + r.get("removalId").asString() + "/confirmation",
                            ""));
        }
    }

    @Test
    void the_account_is_narrowed_down_by_name_and_role_and_read_from_its_newest_end() {
        var one = ACase.received("Traila Bynamely");
        one.done(
                "amy",
                "/triage",
                "{\"level\":\"ADDITIONAL\",\"rationale\":\"r\",\"triagedOn\":\"" + ACase.TODAY + "\"}");
        var oldest = new ArrayList<String>();
        await().untilAsserted(() -> {
            oldest.clear();
            lines("referral=" + one.id + "&type=Referral.*")
                    .forEach(l -> oldest.add(l.get("eventId").asString()));
            assertThat(oldest).hasSize(4);
        });
        var newest = lines("referral=" + one.id + "&type=Referral.*&order=NEWEST_FIRST").stream()
                .map(l -> l.get("eventId").asString())
                .toList();
        assertThat(newest).isEqualTo(oldest.reversed());
        var first = get("aled", "/api/trail?limit=1&order=NEWEST_FIRST&referral=" + one.id + "&type=Referral.*")
                .json();
        var second = get(
                        "aled",
                        "/api/trail?limit=1&order=NEWEST_FIRST&referral=" + one.id + "&type=Referral.*&after="
                                + first.get("next").asString())
                .json();
        assertThat(second.get("entries").get(0).get("eventId").asString()).isEqualTo(newest.get(1));

        var who = lines("referral=" + one.id + "&type=Referral.*")
                .getFirst()
                .get("who")
                .asString();
        var byName = "referral=" + one.id + "&type=Referral.*&name="
                + who.toUpperCase(java.util.Locale.UK).replace(" ", "%20");
        assertThat(lines(byName)).hasSize(4);
        assertThat(lines(byName + "&role=CASEWORKER")).hasSize(4);
        assertThat(lines(byName + "&role=MANAGER")).isEmpty();
        assertThat(lines("referral=" + one.id + "&name=Nobody%20Ever")).isEmpty();
    }

    private static List<JsonNode> lines(String query) {
        var page = get("aled", "/api/trail?limit=200&" + query);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json().get("entries").valueStream().toList();
    }
}

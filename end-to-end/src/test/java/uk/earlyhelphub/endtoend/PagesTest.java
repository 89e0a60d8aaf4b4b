package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** However long a list is, its pages together are all of it, each entry once. */
class PagesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private static List<String> all(String person, String first, Function<JsonNode, String> id) {
        var ids = new ArrayList<String>();
        for (var path = first; !path.isEmpty(); ) {
            var page = get(person, path);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().forEach(entry -> ids.add(id.apply(entry)));
            var next = NEXT.matcher(page.raw().headers().firstValue("Link").orElse(""));
            path = next.find() ? next.group(1) : "";
        }
        return ids;
    }

    @Test
    void services_and_meetings_come_in_pages() {
        var services = new ArrayList<String>();
        var meetings = new ArrayList<String>();
        for (int n = 0; n < 7; n++) {
            services.add(post(
                            "maya",
                            "/api/services",
                            "{\"name\":\"Same name\",\"provider\":\"p\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}")
                    .text("id"));
            meetings.add(post(
                            "carol",
                            "/api/hub-meetings",
                            "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya\",\"organisation\":\"afc\"}]}"
                                    .formatted(TODAY.plusDays(n / 2)))
                    .text("id"));
        }
        await().untilAsserted(() -> {
            assertThat(all(
                            "amy",
                            "/api/services?limit=3",
                            e -> e.get("service").get("offerId").asString()))
                    .containsAll(services)
                    .doesNotHaveDuplicates();
            assertThat(all("amy", "/api/hub-meetings?limit=2", e -> e.get("id").asString()))
                    .containsAll(meetings)
                    .doesNotHaveDuplicates();
        });
        assertThat(get("amy", "/api/services?after=x").code()).isEqualTo("bad-cursor");
    }

    @Test
    void the_queue_can_be_narrowed_to_what_is_urgent_and_what_is_missing() {
        var urgent = received("true");
        var other = received("false");
        await().untilAsserted(() -> {
            assertThat(ids("?area=Urgentia&immediateRisk=true")).containsExactly(urgent);
            assertThat(ids("?area=Urgentia&immediateRisk=false")).containsExactly(other);
        });
        assertThat(ids("?area=Urgentia&level=ADDITIONAL")).isEmpty();
        assertThat(ids("?area=Urgentia&reReferral=true")).isEmpty();
        assertThat(ids("?area=Urgentia&needs=A+level+of+need")).containsExactly(other);
        assertThat(ids("?area=Urgentia&needs=nothing-like-it")).isEmpty();
    }

    private static String received(String immediateRisk) {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Urgent Case\"}")
                .text("searchId");
        return post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Urgentia","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":%s,
                 "immediateRiskReason":"r","child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Urgent Case","inHousehold":true}]}""".formatted(TODAY, immediateRisk, search))
                .text("id");
    }

    private static List<String> ids(String query) {
        var ids = new ArrayList<String>();
        get("amy", "/api/worklist" + query)
                .json()
                .get("entries")
                .forEach(e -> ids.add(e.get("id").asString()));
        return ids;
    }
}

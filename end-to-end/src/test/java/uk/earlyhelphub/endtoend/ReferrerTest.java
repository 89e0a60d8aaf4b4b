package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.database.Databases;

/** For whom the referrer works can tell a family who referred them; the team reads it, and nobody else. */
class ReferrerTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final String SCHOOL = "Oakcanary Primary School";

    private static String received() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Rita Referred\"}")
                .text("searchId");
        var answer = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","organisation":"%s","anonymousToFamily":true},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Rita Referred","inHousehold":true}]}""".formatted(TODAY, SCHOOL, search));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    @Test
    void the_organisation_of_the_referrer_is_sealed_and_read_by_the_team_only() {
        var id = received();
        assertThat(new JdbcTemplate(CONTEXT.getBean(Databases.class).reader())
                        .queryForObject(
                                "select count(*) from events.domain_event where payload::text like '%Oakcanary%' or metadata::text like '%Oakcanary%'",
                                Long.class))
                .isZero();
        assertThat(get("amy", "/api/referrals/" + id).body()).contains("\"organisation\":\"" + SCHOOL + "\"");
        for (var office : new String[] {"dora", "ines", "aled"}) {
            var seen = get(office, "/api/referrals/" + id);
            assertThat(seen.status()).as(office).isEqualTo(200);
            assertThat(seen.body()).as(office).doesNotContain("Oakcanary").contains("\"organisation\":\"[sealed]\"");
        }
    }
}

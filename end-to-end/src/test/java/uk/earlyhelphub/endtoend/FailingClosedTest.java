package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.localpostgres.LocalPostgres;

/** What cannot be written down cannot be read. */
class FailingClosedTest {
    /** What goes with people's keys. */
    private static final List<String> TABLES = List.of("person_key", "search_token", "birth");

    private static JdbcTemplate owner() {
        var postgres = CONTEXT.getBean(LocalPostgres.class);
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.owner());
        source.setPassword(postgres.password());
        return new JdbcTemplate(source);
    }

    private static RunningHub.Answer receiving(String child, String search) {
        return post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"%s","inHousehold":true}]}""".formatted(LocalDate.now(ZoneId.of("Europe/London")), search, child));
    }

    private static RunningHub.Answer searched(String name) {
        return post("amy", "/api/person-searches", "{\"name\":\"%s\"}".formatted(name));
    }

    private static String received(String child) {
        return receiving(child, searched(child).text("searchId")).text("id");
    }

    @Test
    void a_record_cannot_be_opened_while_the_look_cannot_be_logged() {
        var id = received("Zelda Closed");
        assertThat(get("amy", "/api/referrals/" + id + "?version=1").body()).contains("Zelda");
        owner().execute("revoke insert on events.domain_event from hub_event_writer");
        try {
            assertThat(get("amy", "/actuator/health/readiness").status()).isEqualTo(503);
            for (var path : new String[] {
                "/api/referrals/" + id,
                "/api/referrals/" + id + "/trail",
                "/api/referrals/" + id + "/history",
                "/api/referrals/" + id + "/who-looked"
            }) {
                var refused = get("amy", path);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.code()).isEqualTo("not-now");
                assertThat(refused.body()).doesNotContain("Zelda");
                assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(post("amy", "/api/person-searches", "{\"name\":\"Zelda Closed\"}")
                            .status())
                    .isEqualTo(503);
            for (var path : new String[] {"/api/trail", "/api/trail?referral=" + id}) {
                assertThat(get("aled", path).status()).isEqualTo(503);
            }
            assertThat(post("aled", "/api/proof/history-exports", "{\"purpose\":\"AUDIT\",\"expiresInDays\":1}")
                            .status())
                    .isEqualTo(503);
            assertThat(post(
                                    "aled",
                                    "/api/trail/exports",
                                    "{\"format\":\"CSV\",\"purpose\":\"AUDIT\",\"expiresInDays\":1}")
                            .status())
                    .isEqualTo(503);
            // Whatever emergency another test has left open is over by then.
            RunningHub.CLOCK.ahead(java.time.Duration.ofHours(2));
            assertThat(post(
                                    "tom",
                                    "/api/referrals/" + id + "/break-glass",
                                    "{\"reason\":\"In danger right now.\",\"minutes\":5}")
                            .status())
                    .as("not even in an emergency (ADR 13)")
                    .isEqualTo(503);
            assertThat(post("amy", "/api/referrals/" + id + "/closure", "{\"reasonCode\":\"DUPLICATE\"}")
                            .status())
                    .isEqualTo(503);
        } finally {
            RunningHub.CLOCK.ahead(java.time.Duration.ZERO);
            owner().execute("grant insert on events.domain_event to hub_event_writer");
        }
        assertThat(get("amy", "/api/referrals/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_record_cannot_be_opened_while_the_keys_cannot_be_reached() {
        var id = received("Zoe Keyless");
        assertThat(get("amy", "/api/referrals/" + id + "?version=1").body()).contains("Zoe");
        owner().execute("revoke select on vault.person_key from hub_vault");
        try {
            assertThat(get("amy", "/actuator/health/readiness").status()).isEqualTo(503);
            var refused = get("amy", "/api/referrals/" + id);
            assertThat(refused.status())
                    .as("although the key is still in memory")
                    .isEqualTo(503);
            assertThat(refused.body()).doesNotContain("Zoe");
        } finally {
            owner().execute("grant select on vault.person_key to hub_vault");
        }
        assertThat(get("amy", "/api/referrals/" + id).body()).contains("Zoe");
        assertThat(get("amy", "/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void nobody_is_given_a_new_key_and_nobody_is_shown_while_the_vault_is_empty() {
        var id = received("Zara Emptied");
        var search = searched("Zadie Afterwards").text("searchId");
        assertThat(get("amy", "/api/referrals/" + id).body()).contains("Zara");
        for (var table : TABLES) {
            owner().execute("create table public.backup_%1$s as select * from vault.%1$s".formatted(table));
        }
        owner().execute("truncate vault.person_key cascade");
        try {
            assertThat(get("amy", "/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(get("omar", "/actuator/health").body()).contains("LOST: keys that were here are gone");
            var refused = get("amy", "/api/referrals/" + id);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).doesNotContain("Zara");
            assertThat(receiving("Zadie Afterwards", search).status()).isEqualTo(503);
            assertThat(searched("Zara Emptied").status()).isEqualTo(503);
            assertThat(owner().queryForObject("select count(*) from vault.person_key", Integer.class))
                    .isZero();
        } finally {
            for (var table : TABLES) {
                owner().execute("insert into vault.%1$s select * from public.backup_%1$s".formatted(table));
                owner().execute("drop table public.backup_" + table);
            }
        }
        assertThat(get("amy", "/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(get("amy", "/api/referrals/" + id).body()).contains("Zara");
        assertThat(receiving("Zadie Afterwards", search).status()).isEqualTo(201);
    }
}

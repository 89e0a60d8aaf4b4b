package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yaml.snakeyaml.Yaml;
import uk.earlyhelphub.platform.database.Databases;

/** What the people who run the Hub see and do. */
class OperatingTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private static String received() {
        var search = post("amy", "/api/person-searches", "{\"name\":\"Olive Operating\"}")
                .text("searchId");
        return post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Olive Operating","inHousehold":true}]}""".formatted(TODAY, search)).text("id");
    }

    private static String health() {
        return get("omar", "/actuator/health").body();
    }

    /** Twenty times with one key. */
    private static void repeated(String path, String body, Consumer<RunningHub.Answer> expected) {
        var key = UUID.randomUUID().toString();
        for (var n = 0; n < 20; n++) {
            expected.accept(post("omar", path, body, "Idempotency-Key", key));
        }
    }

    @Test
    void what_a_projection_could_not_take_is_seen_set_aside_and_tried_again() throws Exception {
        var tables = new JdbcTemplate(CONTEXT.getBean(Databases.class).projector());
        var referral = received();
        assertThat(get("amy", "/api/referrals/" + referral + "?version=1").status())
                .isEqualTo(200);
        await().until(() -> !tables.queryForList(
                        "select 1 from projections.worklist where referral_id = ?::uuid", referral)
                .isEmpty());
        tables.update("delete from projections.worklist where referral_id = ?::uuid", referral);

        var closed = post("amy", "/api/referrals/" + referral + "/closure", "{\"reasonCode\":\"DUPLICATE\"}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(
                        get("omar", "/api/dead-letters?projection=worklist").body())
                .contains(referral));
        assertThat(health()).contains("1 dead letters").contains("DEGRADED");
        var parked = get("omar", "/api/dead-letters/worklist/" + referral);
        assertThat(parked.json().get(0).get("type").asString()).isEqualTo("Referral.ReferralClosed");
        assertThat(parked.body()).contains("IllegalStateException").doesNotContain("Olive");
        assertThat(get("amy", "/api/dead-letters").status()).isEqualTo(403);
        assertThat(get("omar", "/api/dead-letters/worklist/nothing").status()).isEqualTo(404);

        var path = "/api/dead-letters/worklist/" + referral;
        repeated(path + "/retry", "", a -> {
            assertThat(a.status()).isEqualTo(409);
            assertThat(a.code()).isEqualTo("still-cannot-be-taken");
        });
        assertThat(post("omar", path + "/set-aside", "{\"reference\":\"\"}").status())
                .isEqualTo(400);
        repeated(
                path + "/set-aside",
                "{\"reference\":\"OPS-12\"}",
                a -> assertThat(a.status()).isEqualTo(204));
        await().untilAsserted(() -> assertThat(health()).doesNotContain("1 dead letters"));

        tables.update(
                "insert into projections.worklist (referral_id, team, area, received_on, closed) values (?::uuid, 'windsor', 'Clewer', ?::date, false)",
                referral,
                TODAY.toString());
        var answers = sentAtTheSameMoment(path + "/retry");
        assertThat(answers.stream().filter(a -> a.status() == 200))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.json().get("applied").asInt()).isEqualTo(1));
        assertThat(answers.stream().filter(a -> a.status() != 200))
                .as("by another key they are being tried again already, or there is nothing left to try")
                .allSatisfy(a -> assertThat(List.of("retry-under-way", "not-found", "changed-meanwhile"))
                        .contains(a.code()));
        assertThat(new JdbcTemplate(CONTEXT.getBean(Databases.class).reader())
                        .queryForList(
                                "select type from events.domain_event where stream = 'Operation' and payload::text like ? order by global_index",
                                String.class,
                                "%" + referral + "%"))
                .as("each of them many times, and one effect")
                .containsExactly(
                        "Operation.DeadLettersRetryAsked",
                        "Operation.ParkedEventsRetried",
                        "Operation.ParkedEventsSetAside",
                        "Operation.DeadLettersRetryAsked",
                        "Operation.ParkedEventsRetried");
        assertThat(get("amy", "/api/worklist?status=CLOSED&limit=200").body()).contains(referral);
        await().untilAsserted(() -> assertThat(get("aled", "/api/trail?type=Operation.*&actor=omar&limit=200")
                        .body())
                .contains("could not take be tried again")
                .contains("set aside (OPS-12)"));
        await().untilAsserted(
                        () -> assertThat(get("aled", "/api/trail?type=Operation.*&actor=hub-dead-letters&limit=200")
                                        .body())
                                .contains("could not take were tried again; 0 went through")
                                .contains("could not take were tried again; 1 went through"));
    }

    /** Twenty requests of one person, by two keys. */
    private static List<RunningHub.Answer> sentAtTheSameMoment(String path) throws Exception {
        var keys = List.of("once-" + System.nanoTime(), "again-" + System.nanoTime());
        var answers = new ArrayList<RunningHub.Answer>();
        try (var together = Executors.newFixedThreadPool(20)) {
            var start = new CountDownLatch(1);
            var asked = IntStream.range(0, 20)
                    .mapToObj(n -> together.submit(() -> {
                        start.await();
                        return post("omar", path, "", "Idempotency-Key", keys.get(n % 2));
                    }))
                    .toList();
            start.countDown();
            for (var one : asked) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    @Test
    void metrics_say_how_far_projections_and_proof_are_and_nothing_about_anybody() {
        received();
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/actuator/prometheus")))
                        .status())
                .isEqualTo(401);
        await().untilAsserted(
                        () -> assertThat(get("omar", "/actuator/prometheus").body())
                                .contains("hub_projection_behind_events{projection=\"worklist\"} 0.0")
                                .contains("hub_projection_dead_letters{projection=\"worklist\"}")
                                .contains("hub_proof_findings 0.0")
                                .contains("hub_proof_signed_events "));
        assertThat(get("omar", "/actuator/prometheus").body())
                .doesNotContain("Olive")
                .doesNotContain("amy");
    }

    /** An alert on a metric that is not there never fires, and one without a way out helps nobody. */
    @Test
    @SuppressWarnings("unchecked")
    void every_alert_is_about_a_metric_that_is_there_and_has_its_runbook() throws IOException {
        var metrics = get("omar", "/actuator/prometheus").body();
        var runbooks = Files.readString(Path.of("../docs/runbooks/alerts.md"));
        Map<String, Object> file = new Yaml().load(Files.readString(Path.of("../docs/alerts.yaml")));
        var rules = ((List<Map<String, Object>>) java.util.Objects.requireNonNull(file.get("groups")))
                .stream()
                        .flatMap(g ->
                                ((List<Map<String, Object>>) java.util.Objects.requireNonNull(g.get("rules"))).stream())
                        .toList();
        assertThat(rules).isNotEmpty();
        var used = new TreeSet<String>();
        for (var rule : rules) {
            assertThat(runbooks).contains("## " + rule.get("alert") + "\n");
            var names = Pattern.compile("hub_[a-z_]+").matcher(String.valueOf(rule.get("expr")));
            while (names.find()) {
                used.add(names.group());
            }
        }
        assertThat(used).isNotEmpty().allSatisfy(name -> assertThat(metrics).contains("\n" + name));
    }
}

package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.cli.Hub;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.Replay;

/** An auditor has what people are shown made again from the history, while it is in use. */
class RebuildTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    private static JdbcTemplate tables() {
        return new JdbcTemplate(CONTEXT.getBean(Databases.class).projector());
    }

    private static List<String> projections() {
        return CONTEXT.getBeansOfType(Projection.class).values().stream()
                .map(Projection::name)
                .sorted()
                .toList();
    }

    private static String searchId() {
        return post("amy", "/api/person-searches", "{\"name\":\"Rebuilt\"}").text("searchId");
    }

    private static void aCase() {
        var answer = post("amy", "/api/referrals", """
                {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                 "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                 "child":"c","summary":"s","searchId":"%s",
                 "people":[{"key":"c","part":"CHILD","name":"Rebuilt","inHousehold":true}]}""".formatted(TODAY, searchId()));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static String requested(String projection, ReplayKind kind) {
        var answer = post(
                "aled",
                "/api/replays",
                "{\"projection\":\"%s\",\"kind\":\"%s\",\"reason\":\"AUDIT\",\"reference\":\"T-17\"}"
                        .formatted(projection, kind));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static JsonNode ended(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("aled", "/api/replays/" + id).json().has("endedAt"));
        return get("aled", "/api/replays/" + id).json();
    }

    private static JsonNode replayed(String projection, ReplayKind kind) {
        var id = requested(projection, kind);
        assertThat(post("omar", "/api/replays/" + id + "/approval", "").status())
                .isEqualTo(200);
        return ended(id);
    }

    @ParameterizedTest
    @EnumSource(ReplayKind.class)
    void every_projection_is_made_again_and_is_the_same(ReplayKind kind) {
        aCase();
        var revealed = CONTEXT.getBean(Vault.class).revealsSoFar();
        for (var projection : projections()) {
            var replay = replayed(projection, kind);
            assertThat(replay.get("outcome").asString())
                    .as(replay.toString())
                    .isEqualTo(kind == ReplayKind.CHECK ? "SAME" : "SWAPPED");
            assertThat(replay.get("digestReplayed")).as(projection).isEqualTo(replay.get("digestBefore"));
            assertThat(replay.get("done").asLong())
                    .isPositive()
                    .isEqualTo(replay.get("total").asLong());
        }
        assertThat(CONTEXT.getBean(Vault.class).revealsSoFar()).isEqualTo(revealed);
        assertThat(tables().queryForObject("select count(*) from pg_tables where schemaname = 'replay'", Long.class))
                .isZero();
        assertThat(tables().queryForObject(
                                "select count(*) from projections.position where projection like 'replay:%'",
                                Long.class))
                .isZero();
    }

    @Test
    void a_planted_difference_is_found_and_named_and_a_rebuild_puts_it_right() {
        aCase();
        var referral = tables().queryForObject(
                        "select referral_id::text from projections.worklist order by referral_id limit 1",
                        String.class);
        tables().update("update projections.worklist set area = 'Planted' where referral_id = ?::uuid", referral);
        var check = replayed("worklist", ReplayKind.CHECK);
        assertThat(check.get("outcome").asString()).isEqualTo("DIFFERENT");
        assertThat(check.get("differing").asLong()).isEqualTo(1);
        assertThat(check.get("differences").get(0).asString())
                .isEqualTo("projections.worklist " + referral + ": differs from what the history says");
        assertThat(tables().queryForObject(
                                "select count(*) from projections.worklist where area = 'Planted'", Long.class))
                .isEqualTo(1);
        var rebuild = replayed("worklist", ReplayKind.REBUILD);
        assertThat(rebuild.get("outcome").asString()).isEqualTo("SWAPPED");
        assertThat(rebuild.get("digestReplayed")).isNotEqualTo(rebuild.get("digestBefore"));
        assertThat(replayed("worklist", ReplayKind.CHECK).get("outcome").asString())
                .isEqualTo("SAME");
    }

    @Test
    void it_takes_two_people_and_one_replay_at_a_time() {
        aCase();
        var id = requested("directory", ReplayKind.CHECK);
        assertThat(post("aled", "/api/replays/" + id + "/approval", "").text("code"))
                .isEqualTo("second-person");
        assertThat(post(
                                "aled",
                                "/api/replays",
                                "{\"projection\":\"directory\",\"kind\":\"CHECK\",\"reason\":\"AUDIT\"}")
                        .text("code"))
                .isEqualTo("replay-under-way");
        assertThat(get("aled", "/api/replays/" + id).text("state")).isEqualTo("REQUESTED");
        assertThat(post("aled", "/api/replays/" + id + "/pause", "").text("code"))
                .isEqualTo("replay-not-in-this-state");
        assertThat(post("amy", "/api/replays/" + id + "/approval", "").status()).isEqualTo(404);
        assertThat(post("aled", "/api/replays/" + id + "/cancellation", "").text("state"))
                .isEqualTo("CANCELLED");
        assertThat(post("omar", "/api/replays/" + id + "/approval", "").text("code"))
                .isEqualTo("replay-not-in-this-state");
        assertThat(post("aled", "/api/replays", "{\"projection\":\"nothing\",\"kind\":\"CHECK\",\"reason\":\"AUDIT\"}")
                        .text("code"))
                .isEqualTo("no-such-projection");
    }

    @Test
    void the_command_line_asks_agrees_and_watches() throws Exception {
        aCase();
        var mine = Files.writeString(Files.createTempFile("aled", "token"), RunningHub.token("aled"));
        var theirs = Files.writeString(Files.createTempFile("omar", "token"), RunningHub.token("omar"));
        var asked = hub(
                "replay",
                "rebuild-check",
                "--hub",
                RunningHub.base(),
                "--token-file",
                mine.toString(),
                "directory",
                "--reason",
                "DRILL");
        assertThat(asked).startsWith("0 Asked for: ");
        var id = asked.substring(13, 49);
        assertThat(hub("replay", "approve", "--hub", RunningHub.base(), "--token-file", mine.toString(), id))
                .startsWith("2")
                .contains("somebody else must agree");
        assertThat(hub("replay", "approve", "--hub", RunningHub.base(), "--token-file", theirs.toString(), id))
                .startsWith("0")
                .contains("directory  CHECK  ENDED  SAME");
        assertThat(hub("replay", "list", "--hub", RunningHub.base(), "--token-file", mine.toString()))
                .contains(id);
    }

    private static String hub(String... arguments) {
        var out = new StringWriter();
        var writer = new PrintWriter(out, true);
        var code = Hub.run(writer, writer, arguments);
        return code + " " + out;
    }

    @Test
    void progress_is_told_as_it_happens() {
        aCase();
        var id = requested("audittrail", ReplayKind.CHECK);
        assertThat(post("maya", "/api/replays/" + id + "/approval", "").status())
                .isEqualTo(200);
        var told = get("aled", "/api/replays/" + id + "/progress");
        assertThat(told.raw().headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        var last = told.body()
                .strip()
                .lines()
                .filter(l -> l.startsWith("data:"))
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(RunningHub.JSON.readTree(last.substring(5)).get("outcome").asString())
                .isEqualTo("SAME");
    }

    @Test
    void what_a_crash_left_half_done_is_gone_on_with() {
        aCase();
        var projection = CONTEXT.getBeansOfType(Projection.class).values().stream()
                .filter(p -> p.name().equals("worklist"))
                .findFirst()
                .orElseThrow();
        var databases = CONTEXT.getBean(Databases.class);
        var log = CONTEXT.getBean(EventLog.class);
        var first = new Replay(projection, log, databases.projector(), Clock.systemUTC());
        first.begin();
        first.readOn();
        var reached = tables().queryForObject("select count(*) from replay.worklist", Long.class);
        assertThat(reached).isPositive();
        // The process ends here; another one finds the tables and the books.
        var second = replayed("worklist", ReplayKind.CHECK);
        assertThat(second.get("outcome").asString()).as(second.toString()).isEqualTo("SAME");
    }

    /** Five hundred random stories of a family; then the history is told again, for every projection. */
    @Test
    void five_hundred_random_sequences_of_commands_are_told_again_just_so() throws Exception {
        var seed = Long.getLong("hub.seed", 20261123);
        var meetings = new ArrayList<String>();
        var offers = new ArrayList<String>();
        for (var n = 0; n < 25; n++) {
            meetings.add(post(
                            "carol",
                            "/api/hub-meetings",
                            "{\"team\":\"windsor\",\"meetsOn\":\"%s\",\"startsAt\":\"09:30\",\"place\":\"Room 2\",\"chair\":\"carol\",\"members\":[{\"memberId\":\"maya\",\"name\":\"Maya\",\"organisation\":\"afc\"}]}"
                                    .formatted(TODAY))
                    .text("id"));
            post(
                    "carol",
                    "/api/hub-meetings/" + meetings.getLast() + "/attendance",
                    "{\"present\":[\"carol\",\"maya\"],\"apologies\":[]}");
            offers.add(post(
                            "maya",
                            "/api/services",
                            "{\"name\":\"Random\",\"provider\":\"bright-paths\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":900}")
                    .text("id"));
        }
        var search = searchId();
        var accepted = new AtomicInteger();
        try (var four = Executors.newFixedThreadPool(4)) {
            var stories = new ArrayList<Future<?>>();
            for (var n = 0; n < 500; n++) {
                var random = new Random(seed + n);
                var meeting = meetings.get(n % meetings.size());
                var offer = offers.get(n % offers.size());
                stories.add(four.submit(() -> {
                    var family = new RandomFamily(random, meeting, offer);
                    family.live(search, 10);
                    accepted.addAndGet(family.accepted());
                }));
            }
            for (var story : stories) {
                story.get();
            }
        }
        assertThat(accepted.get()).as("accepted commands").isGreaterThan(1_500);
        for (var projection : projections()) {
            var replay = replayed(projection, ReplayKind.CHECK);
            assertThat(replay.get("outcome").asString())
                    .as("seed %d: %s", seed, replay)
                    .isEqualTo("SAME");
        }
    }
}

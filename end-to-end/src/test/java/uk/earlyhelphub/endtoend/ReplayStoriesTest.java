package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.database.Databases;

/** What is on record about a replay: who did what, once, and how it ended. */
class ReplayStoriesTest {
    private static final int REPEATS = 20;
    private static final int ROUNDS = 50;

    /** Keeps the worker from coming to an end. */
    private static Connection held(String table) throws SQLException {
        return held(table, "access exclusive");
    }

    private static Connection held(String table, String mode) throws SQLException {
        var connection = CONTEXT.getBean(Databases.class).projector().getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("lock table projections." + table + " in " + mode + " mode");
        }
        return connection;
    }

    private static void letGo(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    private static final String WORKLIST = "{\"projection\":\"worklist\",\"kind\":\"CHECK\",\"reason\":\"DRILL\"}";

    private static String requested() {
        var answer = post("aled", "/api/replays", WORKLIST);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static RunningHub.Answer act(String who, String id, String what, String... headers) {
        return post(who, "/api/replays/" + id + "/" + what, "", headers);
    }

    private static List<String> story(String id) {
        return CONTEXT.getBean(EventStore.class)
                .readEvents(id)
                .asStream()
                .map(e -> e.getPayloadType().getSimpleName() + " by "
                        + e.getMetaData().get("actorId"))
                .toList();
    }

    private static void awaitRecorded(String id) {
        await().until(() -> new JdbcTemplate(CONTEXT.getBean(Databases.class).projector())
                .queryForList("select recorded from projections.replay where operation_id = ?::uuid", Boolean.class, id)
                .contains(true));
    }

    @Test
    void pausing_going_on_and_cancelling_are_on_record_with_who_did_it() throws SQLException {
        var held = held("worklist");
        String id;
        try {
            id = requested();
            assertThat(act("omar", id, "approval").text("state")).isEqualTo("RUNNING");
            assertThat(act("aled", id, "pause").text("state")).isEqualTo("PAUSED");
            assertThat(act("maya", id, "approval").code()).isEqualTo("replay-not-in-this-state");
            assertThat(act("aled", id, "resumption").text("state")).isEqualTo("RUNNING");
            assertThat(act("omar", id, "pause").text("state")).isEqualTo("PAUSED");
            assertThat(act("omar", id, "cancellation").text("state")).isEqualTo("CANCELLED");
            assertThat(act("omar", id, "resumption").code()).isEqualTo("replay-not-in-this-state");
        } finally {
            letGo(held);
        }
        awaitRecorded(id);
        assertThat(story(id))
                .containsExactly(
                        "ReplayRequested by aled",
                        "ReplayApproved by omar",
                        "ReplayPaused by aled",
                        "ReplayResumed by aled",
                        "ReplayPaused by omar",
                        "ReplayCancelled by omar");
    }

    @Test
    void one_that_is_paused_goes_on_when_it_is_resumed() throws SQLException {
        var held = held("worklist");
        String id;
        try {
            id = requested();
            act("omar", id, "approval");
            act("aled", id, "pause");
        } finally {
            letGo(held);
        }
        assertThat(act("aled", id, "resumption").status()).isEqualTo(200);
        awaitRecorded(id);
        assertThat(get("aled", "/api/replays/" + id).text("outcome")).isEqualTo("SAME");
        assertThat(story(id)).endsWith("ReplayResumed by aled", "ReplayEnded by hub-replay");
    }

    @Test
    void approval_against_cancellation_ends_in_one_story() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < ROUNDS; round++) {
                var id = requested();
                var barrier = new CyclicBarrier(2);
                var approval = two.submit(() -> {
                    barrier.await();
                    return act("omar", id, "approval");
                });
                var cancellation = two.submit(() -> {
                    barrier.await();
                    return act("aled", id, "cancellation");
                });
                var approved = approval.get();
                var cancelled = cancellation.get();
                awaitRecorded(id);
                var told = story(id);
                assertThat(approved.status() == 200)
                        .as("%d %s", round, told)
                        .isEqualTo(told.contains("ReplayApproved by omar"));
                assertThat(cancelled.status() == 200)
                        .as("%d %s", round, told)
                        .isEqualTo(told.contains("ReplayCancelled by aled"));
                assertThat(List.of("", "replay-not-in-this-state")).contains(approved.code(), cancelled.code());
                assertThat(told)
                        .isIn(
                                List.of("ReplayRequested by aled", "ReplayCancelled by aled"),
                                List.of("ReplayRequested by aled", "ReplayApproved by omar", "ReplayCancelled by aled"),
                                List.of(
                                        "ReplayRequested by aled",
                                        "ReplayApproved by omar",
                                        "ReplayEnded by hub-replay"));
                assertThat(get("aled", "/api/replays/" + id).text("state"))
                        .isEqualTo(cancelled.status() == 200 ? "CANCELLED" : "ENDED");
            }
        }
    }

    @Test
    void in_the_moment_of_the_swap_nobody_can_call_it_off_any_more() throws SQLException {
        // It can be read, so that everything is made and compared, and not be replaced.
        var held = held("worklist", "access share");
        var id = "";
        try {
            id = post("aled", "/api/replays", WORKLIST.replace("CHECK", "REBUILD"))
                    .text("id");
            var replay = id;
            act("omar", id, "approval");
            await().until(() -> story(replay).contains("ReplayEnding by hub-replay"));
            assertThat(act("aled", id, "cancellation").code()).isEqualTo("replay-not-in-this-state");
        } finally {
            letGo(held);
        }
        awaitRecorded(id);
        assertThat(story(id))
                .containsExactly(
                        "ReplayRequested by aled",
                        "ReplayApproved by omar",
                        "ReplayEnding by hub-replay",
                        "ReplayEnded by hub-replay");
        assertThat(get("aled", "/api/replays/" + id).text("outcome")).isEqualTo("SWAPPED");
    }

    @Test
    void a_cancellation_against_the_swap_leaves_one_end() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 20; round++) {
                var id = post("aled", "/api/replays", WORKLIST.replace("CHECK", "REBUILD"))
                        .text("id");
                act("omar", id, "approval");
                // From the moment at which it is about to end in every other round, and at once in the others.
                if (round % 2 == 0) {
                    await().until(() -> story(id).size() > 2
                            || get("aled", "/api/replays/" + id)
                                            .json()
                                            .get("done")
                                            .asLong()
                                    > 0);
                }
                var cancellation = two.submit(() -> act("aled", id, "cancellation"));
                var status = cancellation.get().status();
                awaitRecorded(id);
                var told = story(id);
                assertThat(told.stream().filter(t -> t.startsWith("ReplayCancelled") || t.startsWith("ReplayEnded ")))
                        .as("%d %s", round, told)
                        .hasSize(1);
                assertThat(status == 200).as("%d %s", round, told).isEqualTo(told.contains("ReplayCancelled by aled"));
                assertThat(get("aled", "/api/replays/" + id)
                                .json()
                                .path("outcome")
                                .asString(""))
                        .isEqualTo(status == 200 ? "" : "SWAPPED");
            }
        }
    }

    @Test
    void a_request_that_comes_again_with_its_key_has_one_effect_and_the_same_answer() throws SQLException {
        var held = held("worklist");
        String id;
        try {
            var asking = UUID.randomUUID().toString();
            id = post("aled", "/api/replays", WORKLIST, "Idempotency-Key", asking)
                    .text("id");
            for (var n = 1; n < REPEATS; n++) {
                var again = post("aled", "/api/replays", WORKLIST, "Idempotency-Key", asking);
                assertThat(again.status()).as(again.body()).isEqualTo(201);
                assertThat(again.text("id")).isEqualTo(id);
            }
            assertThat(post("aled", "/api/replays", WORKLIST.replace("DRILL", "AUDIT"), "Idempotency-Key", asking)
                            .code())
                    .isEqualTo("idempotency-key-reused");
            repeated("omar", id, "approval", "RUNNING");
            repeated("aled", id, "pause", "PAUSED");
            repeated("aled", id, "resumption", "RUNNING");
            repeated("aled", id, "cancellation", "CANCELLED");
        } finally {
            letGo(held);
        }
        awaitRecorded(id);
        assertThat(story(id))
                .containsExactly(
                        "ReplayRequested by aled",
                        "ReplayApproved by omar",
                        "ReplayPaused by aled",
                        "ReplayResumed by aled",
                        "ReplayCancelled by aled");
    }

    private static void repeated(String who, String id, String what, String state) {
        var key = UUID.randomUUID().toString();
        for (var n = 0; n < REPEATS; n++) {
            var answer = act(who, id, what, "Idempotency-Key", key);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.text("state")).isEqualTo(state);
        }
    }
}

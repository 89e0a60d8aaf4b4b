package uk.earlyhelphub.query.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.replay.ReplayJob;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayOutcome;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Replay;

/** What the work on replays needs to be done, stopped, and gone on with after a crash. */
@Component
class ReplayBook {
    private static final JsonMapper JSON = EventCodec.mapper();
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ReplayBook(Databases databases, Clock clock) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    Optional<ReplayJob> find(String id) {
        return jdbc
                .query("select * from projections.replay where operation_id = ?::uuid", (row, n) -> job(row), id)
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<ReplayJob> page(@Nullable String after, int limit) {
        return jdbc.query(
                "select * from projections.replay where ?::uuid is null or (requested_at, operation_id) <"
                        + " (select requested_at, operation_id from projections.replay where operation_id = ?::uuid)"
                        + " order by requested_at desc, operation_id desc limit ?",
                (row, n) -> job(row),
                after,
                after,
                limit);
    }

    /** Those that somebody must work on now. */
    List<ReplayJob> toWorkOn() {
        return jdbc.query(
                "select * from projections.replay where state = 'RUNNING' or not recorded and state in ('CANCELLED', 'ENDED')"
                        + " order by requested_at",
                (row, n) -> job(row));
    }

    /** Those that are not ended. */
    List<ReplayJob> open() {
        return jdbc.query("select * from projections.replay where ended_at is null", (row, n) -> job(row));
    }

    /** Notes how a replay stands by what is on record, unless it ended. How it ends the worker says. */
    void follow(String id, ReplayStory story) {
        begin(id, story);
        if (story.jobState() == ReplayJob.State.ENDED) {
            return;
        }
        var state = story.jobState().name();
        var approvedBy = story.state().approvedBy();
        jdbc.update(
                "update projections.replay set state = ?, approved_by = ?,"
                        + " approved_at = coalesce(approved_at, case when ?::text is not null then ?::timestamptz end),"
                        + " ended_at = case when ? = 'CANCELLED' then ?::timestamptz end"
                        + " where operation_id = ?::uuid and ended_at is null",
                state,
                approvedBy,
                approvedBy,
                now(),
                state,
                now(),
                id);
    }

    /** Opens a page for a replay that has none; where another of the same projection has not ended, that one's end comes first. */
    private void begin(String id, ReplayStory story) {
        var asked = Objects.requireNonNull(story.state().asked());
        try {
            jdbc.update(
                    "insert into projections.replay (operation_id, projection, kind, reason, reference, state, requested_by, requested_at)"
                            + " values (?::uuid, ?, ?, ?, ?, 'REQUESTED', ?, ?) on conflict (operation_id) do nothing",
                    id,
                    asked.projection(),
                    asked.kind().name(),
                    asked.reason().name(),
                    asked.reference(),
                    story.state().requestedBy(),
                    story.requestedAt().atOffset(ZoneOffset.UTC));
        } catch (DuplicateKeyException _) {
            // Its turn comes: it is looked at again as long as it has no page.
        }
    }

    /** Notes that nothing comes of a replay. */
    void giveUp(String id) {
        jdbc.update(
                "update projections.replay set state = 'CANCELLED', ended_at = ?::timestamptz where operation_id = ?::uuid"
                        + " and ended_at is null",
                now(),
                id);
    }

    /** Takes back an end that somebody's cancelling came before. */
    void cancelledBefore(String id) {
        jdbc.update(
                "update projections.replay set state = 'CANCELLED', outcome = null where operation_id = ?::uuid", id);
    }

    void progress(String id, long done, long total, long perSecond) {
        jdbc.update(
                "update projections.replay set done = ?, total = ?, per_second = ? where operation_id = ?::uuid",
                done,
                total,
                perSecond,
                id);
    }

    void ended(String id, ReplayOutcome outcome, Replay.@Nullable Comparison comparison) {
        jdbc.update(
                "update projections.replay set state = 'ENDED', outcome = ?, ended_at = ?, digest_before = ?, digest_replayed = ?,"
                        + " differing = ?, differences = ?::json where operation_id = ?::uuid and (state = 'RUNNING' or ? = 'SWAPPED')",
                outcome.name(),
                now(),
                comparison == null ? null : comparison.digestOfFirst(),
                comparison == null ? null : comparison.digestOfSecond(),
                comparison == null ? null : comparison.differing(),
                comparison == null ? null : JSON.writeValueAsString(comparison.named()),
                id,
                outcome.name());
    }

    void recorded(String id) {
        jdbc.update("update projections.replay set recorded = true where operation_id = ?::uuid", id);
    }

    private static ReplayJob job(ResultSet row) throws SQLException {
        var done = row.getLong("done");
        var total = row.getLong("total");
        var rate = row.getLong("per_second");
        var state = ReplayJob.State.valueOf(row.getString("state"));
        var outcome = row.getString("outcome");
        var differing = (Long) row.getObject("differing");
        var differences = row.getString("differences");
        return new ReplayJob(
                row.getString("operation_id"),
                row.getString("projection"),
                ReplayKind.valueOf(row.getString("kind")),
                ReplayReason.valueOf(row.getString("reason")),
                row.getString("reference"),
                state,
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("approved_by"),
                instant(row, "approved_at"),
                done,
                total,
                rate,
                state == ReplayJob.State.RUNNING && rate > 0 ? Long.valueOf(Math.max(0, total - done) / rate) : null,
                outcome == null ? null : ReplayOutcome.valueOf(outcome),
                row.getString("digest_before"),
                row.getString("digest_replayed"),
                differing,
                differences == null ? List.of() : List.of(JSON.readValue(differences, String[].class)),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package uk.earlyhelphub.platform.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is on the books about one projection: how far it came, and which events are parked. Kept beside its read model. */
final class ProjectionPositions {
    private final String projection;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ProjectionPositions(String projection, JdbcTemplate jdbc, Clock clock) {
        this.projection = projection;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far it came; locked, nobody else moves it until the transaction ends. */
    EventPosition position(boolean lock) {
        var rows = jdbc.query(
                "select epoch, tx, global_index from projections.position where projection = ?"
                        + (lock ? " for update" : ""),
                (row, n) -> new EventPosition(row.getInt(1), row.getLong(2), row.getLong(3)),
                projection);
        if (!rows.isEmpty()) {
            return rows.getFirst();
        }
        jdbc.update(
                "insert into projections.position (projection, epoch, tx, global_index, moved_at) values (?, 0, 0, 0, ?)"
                        + " on conflict do nothing",
                projection,
                clock.instant().atOffset(ZoneOffset.UTC));
        return lock ? position(true) : EventPosition.START;
    }

    /** Which of the cases that these events are about are held. */
    Set<String> parkedAmong(List<RecordedEvent> events) {
        var ids = events.stream().map(RecordedEvent::aggregateId).distinct().toArray(String[]::new);
        return new HashSet<>(jdbc.queryForList(
                "select distinct aggregate_id from projections.dead_letter where projection = ? and aggregate_id = any (?)",
                String.class,
                projection,
                ids));
    }

    /** Parks an event, with the kind of failure and nothing of its content. */
    void park(RecordedEvent event, String why) {
        jdbc.update(
                """
                insert into projections.dead_letter
                  (projection, aggregate_id, sequence, epoch, tx, global_index, event_id, type, cause, parked_at, set_aside)
                values (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?,
                  exists (select from projections.dead_letter where projection = ? and aggregate_id = ? and set_aside))""",
                projection,
                event.aggregateId(),
                event.sequence(),
                event.position().epoch(),
                event.position().tx(),
                event.position().index(),
                event.eventId(),
                event.type(),
                why,
                clock.instant().atOffset(ZoneOffset.UTC),
                projection,
                event.aggregateId());
    }

    /** No alarm is raised any more over what is parked of a case, nor over what comes after it. */
    void setAside(String aggregateId) {
        jdbc.update(
                "update projections.dead_letter set set_aside = true where projection = ? and aggregate_id = ?",
                projection,
                aggregateId);
    }

    /** Whether any release that ran on this database could read events of a type and revision. */
    boolean isKnown(String type, int revision) {
        return !jdbc.queryForList(
                        "select 1 from projections.known_event_type where type = ? and revision >= ?", type, revision)
                .isEmpty();
    }

    /** The types of the first events that hold a case each, those set aside left out; at most so many. */
    List<String> heldBy(int most) {
        return jdbc.queryForList(
                "select distinct type from (select distinct on (aggregate_id) type from projections.dead_letter"
                        + " where projection = ? and not set_aside order by aggregate_id, sequence) first order by type limit ?",
                String.class,
                projection,
                most);
    }

    /** Notes how far it came. */
    void moveTo(EventPosition to, @Nullable Instant recordedAt) {
        jdbc.update(
                "update projections.position set epoch = ?, tx = ?, global_index = ?, last_recorded_at = coalesce(?, last_recorded_at), moved_at = ? where projection = ?",
                to.epoch(),
                to.tx(),
                to.index(),
                recordedAt == null ? null : recordedAt.atOffset(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC),
                projection);
    }

    /** The sequence numbers of the parked events of a case. */
    record Range(long first, long last) {}

    Optional<Range> parkedRange(String aggregateId) {
        return jdbc
                .query(
                        "select min(sequence), max(sequence) from projections.dead_letter where projection = ? and aggregate_id = ?"
                                + " having count(*) > 0",
                        (row, n) -> new Range(row.getLong(1), row.getLong(2)),
                        projection,
                        aggregateId)
                .stream()
                .findFirst();
    }

    /** Takes the events of a case off the books. */
    void release(String aggregateId) {
        jdbc.update(
                "delete from projections.dead_letter where projection = ? and aggregate_id = ?",
                projection,
                aggregateId);
    }

    /** Has what is parked be what is parked on other books. */
    void takeOver(ProjectionPositions others) {
        jdbc.update("delete from projections.dead_letter where projection = ?", projection);
        jdbc.update(
                "update projections.dead_letter set projection = ? where projection = ?",
                projection,
                others.projection);
    }

    /** Closes the books. */
    void forget() {
        jdbc.update("delete from projections.dead_letter where projection = ?", projection);
        jdbc.update("delete from projections.position where projection = ?", projection);
    }

    /** As if nothing had been read. */
    void beginAnew() {
        jdbc.update("delete from projections.dead_letter where projection = ?", projection);
        jdbc.update(
                "update projections.position set epoch = 0, tx = 0, global_index = 0, last_recorded_at = null where projection = ?",
                projection);
    }

    /** How many events are parked, those set aside left out. */
    long parked() {
        var letters = jdbc.queryForObject(
                "select count(*) from projections.dead_letter where projection = ? and not set_aside",
                Long.class,
                projection);
        return letters == null ? 0 : letters;
    }
}

package uk.earlyhelphub.platform.engine;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts rows by where they stand, whoever wrote them. */
final class EventCounts {
    private static final String BEHIND = "(epoch, tx, global_index) > (?, ?::text::xid8, ?)";

    private final JdbcTemplate reader;

    EventCounts(JdbcTemplate reader) {
        this.reader = reader;
    }

    /** How many rows there are after a position that fulfil a condition, counted up to a limit. */
    long after(EventPosition position, String condition, int limit) {
        return number(reader.queryForObject(
                "select count(*) from (select 1 from events.domain_event where " + BEHIND + " and " + condition
                        + " limit ?) e",
                Long.class,
                position.epoch(),
                Long.toString(position.tx()),
                position.index(),
                limit));
    }

    /** How many rows there are after a position, counted up to a limit, and the oldest of them. */
    EventLog.Waiting waiting(EventPosition position, int limit) {
        var waiting = reader.queryForObject(
                "select count(*) as waiting, min(recorded_at) as oldest from (select recorded_at from events.domain_event"
                        + " where " + BEHIND + " order by epoch, tx, global_index limit ?) e",
                (row, n) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new EventLog.Waiting(row.getLong("waiting"), oldest == null ? null : oldest.toInstant());
                },
                position.epoch(),
                Long.toString(position.tx()),
                position.index(),
                limit);
        return waiting == null ? new EventLog.Waiting(0, null) : waiting;
    }

    /** How many rows there are up to a position, that one included. */
    long upTo(EventPosition position) {
        return number(reader.queryForObject(
                "select count(*) from events.domain_event where (epoch, tx, global_index) <= (?, ?::text::xid8, ?)",
                Long.class,
                position.epoch(),
                Long.toString(position.tx()),
                position.index()));
    }

    /** Where rows stand that fulfil a condition, the first of them. */
    List<EventPosition> positions(String condition, int limit) {
        return reader.query(
                "select " + EventRows.POSITION + " from events.domain_event where " + condition
                        + " order by epoch, tx, global_index limit ?",
                (row, n) -> EventRows.position(row),
                limit);
    }

    private static long number(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}

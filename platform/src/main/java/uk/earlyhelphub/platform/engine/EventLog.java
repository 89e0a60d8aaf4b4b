package uk.earlyhelphub.platform.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;

/**
 * Reads the store in the one order in which nothing is ever skipped. A row is handed out only once no transaction that is
 * still running could commit a row before it; writers are not held up for this. A row that no transaction of this cluster can
 * have written is never handed out: whoever meets it is told so.
 */
public final class EventLog implements EventSource {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    // An output column named tx would be what "order by tx" means, and no index would serve it.
    private static final String COLUMNS =
            "epoch, tx::text::bigint as tx_number, global_index, event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata";

    // The snapshot is asked for in subqueries, so that it is taken once and not for every row.
    private static final String SNAPSHOT_END = "(select pg_snapshot_xmax(pg_current_snapshot()))";

    private final JdbcTemplate reader;
    private final EventCodec codec;
    private final String after;
    private final String ofAggregate;
    private final String visible;
    private final String outside;
    private final int epoch;

    /**
     * Reads as the reader role, outside any transaction of its caller.
     *
     * @param epoch this cluster's epoch, as the start found or began it; whatever claims a later one is not read
     */
    public EventLog(DataSource reader, EventCodec codec, int epoch) {
        this.reader = new JdbcTemplate(reader);
        this.codec = codec;
        this.epoch = epoch;
        // Every row that a transaction wrote and committed is below the end of any later snapshot.
        this.visible = "(epoch, tx) < (" + epoch + ", " + SNAPSHOT_END + ")";
        this.outside = "(epoch > " + epoch + " or epoch = " + epoch + " and tx >= " + SNAPSHOT_END
                + " and tx is distinct from (select pg_current_xact_id_if_assigned()))";
        this.after = "select " + COLUMNS + ", (epoch < " + epoch
                + " or tx < (select pg_snapshot_xmin(pg_current_snapshot()))) as settled"
                + " from events.domain_event where (epoch, tx, global_index) > (?, ?::text::xid8, ?) and " + visible
                + " order by epoch, tx, global_index limit ?";
        this.ofAggregate = "select " + COLUMNS + ", " + outside + " as outside"
                + " from events.domain_event where aggregate_id = ? and sequence >= ? order by sequence";
    }

    @Override
    public Page after(EventPosition position, int limit) {
        var rows = reader.query(
                after,
                (row, n) -> new Row(event(row), row.getBoolean("settled")),
                position.epoch(),
                Long.toString(position.tx()),
                position.index(),
                limit);
        var settled = rows.stream().takeWhile(Row::settled).map(Row::event).toList();
        return new Page(settled, settled.size() < rows.size());
    }

    /** The rows after a position exactly as they are stored, settled ones only, for those who prove what is stored. */
    public List<StoredEvent> storedAfter(EventPosition position, int limit) {
        return reader
                .query(
                        after,
                        (row, n) ->
                                row.getBoolean("settled") ? Optional.of(stored(row)) : Optional.<StoredEvent>empty(),
                        position.epoch(),
                        Long.toString(position.tx()),
                        position.index(),
                        limit)
                .stream()
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    /** One row exactly as it is stored, by its position. */
    public Optional<StoredEvent> storedAt(EventPosition position) {
        return reader
                .query(
                        "select " + COLUMNS
                                + " from events.domain_event where epoch = ? and tx = ?::text::xid8 and global_index = ?",
                        (row, n) -> stored(row),
                        position.epoch(),
                        Long.toString(position.tx()),
                        position.index())
                .stream()
                .findFirst();
    }

    /** The positions of what a command added to an aggregate, in order; {@code upTo} is the last sequence to look at. */
    public List<EventPosition> positionsOf(String commandId, String aggregateId, long upTo) {
        return reader.query(
                "select epoch, tx::text::bigint as tx_number, global_index from events.domain_event"
                        + " where aggregate_id = ? and sequence <= ? and metadata ->> ? = ? order by sequence",
                (row, n) -> position(row),
                aggregateId,
                upTo,
                EnvelopeKeys.COMMAND_ID,
                commandId);
    }

    /**
     * The ids of all aggregates that have an event of a type; for types that are rare and have an index of their own.
     *
     * @throws HistoryInDoubt if a row among them was not written by any transaction of this cluster
     */
    public List<String> aggregatesWith(String type) {
        return reader
                .query(
                        // Written into the statement, so that the planner sees which partial index serves it.
                        "select aggregate_id, epoch, tx::text::bigint as tx_number, global_index, " + outside
                                + " as outside from events.domain_event where type = '" + type.replace("'", "''") + "'",
                        (row, n) -> {
                            requireWritten(row);
                            return row.getString("aggregate_id");
                        })
                .stream()
                .distinct()
                .toList();
    }

    /** The id of the aggregate with an event of a type that holds a value in a field; for types with an index by that field. */
    public Optional<String> aggregateWith(String type, String field, String value) {
        return reader
                .query(
                        // Written into the statement, so that the planner sees which partial index serves it.
                        "select aggregate_id, epoch, tx::text::bigint as tx_number, global_index, " + outside
                                + " as outside from events.domain_event where type = '" + type.replace("'", "''")
                                + "' and payload ->> '" + field.replace("'", "''") + "' = ? limit 1",
                        (row, n) -> {
                            requireWritten(row);
                            return row.getString("aggregate_id");
                        },
                        value)
                .stream()
                .findFirst();
    }

    /** How many rows there are after a position, counted up to a limit. */
    public long countAfter(EventPosition position, int limit) {
        var count = reader.queryForObject(
                "select count(*) from (select 1 from events.domain_event where (epoch, tx, global_index) > (?, ?::text::xid8, ?) and "
                        + visible + " limit ?) e",
                Long.class,
                position.epoch(),
                Long.toString(position.tx()),
                position.index(),
                limit);
        return count == null ? 0 : count;
    }

    /**
     * What is stored after a position, in reach of readers or not, settled or not.
     *
     * @param rows how many rows, counted up to a limit
     * @param oldest the earliest time of recording among them; none if there are none
     */
    public record Waiting(long rows, @Nullable Instant oldest) {}

    /** What is stored after a position, in reach of readers or not, settled or not; counted up to a limit. */
    public Waiting waitingAfter(EventPosition position, int limit) {
        var waiting = reader.queryForObject(
                "select count(*) as waiting, min(recorded_at) as oldest from (select recorded_at from events.domain_event"
                        + " where (epoch, tx, global_index) > (?, ?::text::xid8, ?) order by epoch, tx, global_index limit ?) e",
                (row, n) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Waiting(row.getLong("waiting"), oldest == null ? null : oldest.toInstant());
                },
                position.epoch(),
                Long.toString(position.tx()),
                position.index(),
                limit);
        return waiting == null ? new Waiting(0, null) : waiting;
    }

    /** How many rows there are up to a position, that one included. */
    public long countUpTo(EventPosition position) {
        var count = reader.queryForObject(
                "select count(*) from events.domain_event where (epoch, tx, global_index) <= (?, ?::text::xid8, ?)",
                Long.class,
                position.epoch(),
                Long.toString(position.tx()),
                position.index());
        return count == null ? 0 : count;
    }

    private static StoredEvent stored(ResultSet row) throws SQLException {
        return new StoredEvent(
                position(row),
                row.getString("event_id"),
                row.getString("stream"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"),
                row.getString("metadata"));
    }

    private record Row(RecordedEvent event, boolean settled) {}

    /**
     * The events of one aggregate from a sequence number on, in order: the same rows that readers of the whole history come to.
     *
     * @throws HistoryInDoubt if a row among them was not written by any transaction of this cluster, so that no log and no read
     *     model can have it; nothing may be decided or answered from it
     */
    public List<RecordedEvent> ofAggregate(String aggregateId, long firstSequence) {
        return reader.query(ofAggregate, (row, n) -> written(row), aggregateId, firstSequence);
    }

    /** The events of several aggregates, each in order, in one read; an id without events is left out. */
    public Map<String, List<RecordedEvent>> ofAggregates(Collection<String> aggregateIds) {
        var found = new LinkedHashMap<String, List<RecordedEvent>>();
        if (!aggregateIds.isEmpty()) {
            reader.query(
                            "select " + COLUMNS + ", " + outside
                                    + " as outside from events.domain_event where aggregate_id = any (?) order by aggregate_id, sequence",
                            (row, n) -> written(row),
                            (Object) aggregateIds.stream().distinct().toArray(String[]::new))
                    .forEach(e -> found.computeIfAbsent(e.aggregateId(), id -> new ArrayList<>())
                            .add(e));
        }
        return found;
    }

    /**
     * As {@link #ofAggregates}, for lists: an aggregate with a row that no transaction of this cluster wrote is left out, so that
     * one that is in doubt does not stand in the way of all the others.
     */
    public Map<String, List<RecordedEvent>> ofSoundAggregates(Collection<String> aggregateIds) {
        try {
            return ofAggregates(aggregateIds);
        } catch (HistoryInDoubt _) {
            var found = new LinkedHashMap<String, List<RecordedEvent>>();
            for (var id : aggregateIds.stream().distinct().toList()) {
                try {
                    found.putAll(ofAggregates(List.of(id)));
                } catch (HistoryInDoubt _) {
                    LOG.error("{} is left out of a list, because it is in doubt", id);
                }
            }
            return found;
        }
    }

    /** What one actor did of some types since an instant, oldest first; for types that have an index of their own by actor. */
    public List<RecordedEvent> ofTypesBy(List<String> types, String actorId, Instant since) {
        return reader.query(
                // Written into the statement, so that the planner sees which partial index serves it.
                "select " + COLUMNS + ", " + outside + " as outside from events.domain_event where type in ("
                        + types.stream()
                                .map(t -> "'" + t.replace("'", "''") + "'")
                                .collect(Collectors.joining(", "))
                        + ") and metadata ->> '" + Actor.ID + "' = ? and recorded_at > ? order by recorded_at",
                (row, n) -> written(row),
                actorId,
                since.atOffset(ZoneOffset.UTC));
    }

    /** What was recorded of some types since an instant, oldest first; for types that are rare and have an index by time. */
    public List<RecordedEvent> ofTypesSince(List<String> types, Instant since) {
        return reader.query(
                // Written into the statement, so that the planner sees which partial index serves it.
                "select " + COLUMNS + ", " + outside + " as outside from events.domain_event where type in ("
                        + types.stream()
                                .map(t -> "'" + t.replace("'", "''") + "'")
                                .collect(Collectors.joining(", "))
                        + ") and recorded_at >= ? order by recorded_at",
                (row, n) -> written(row),
                since.atOffset(ZoneOffset.UTC));
    }

    /** An event that a transaction of this cluster wrote; whatever else is met is never handed out. */
    private RecordedEvent written(ResultSet row) throws SQLException {
        requireWritten(row);
        return event(row);
    }

    private static void requireWritten(ResultSet row) throws SQLException {
        if (row.getBoolean("outside")) {
            var position = position(row);
            LOG.error(
                    "HISTORY WAS ALTERED: the row at {} was not written by any transaction of this cluster", position);
            throw new HistoryInDoubt(position);
        }
    }

    /**
     * Positions of rows that no reader of the whole history can come to, because their transaction has not been or their epoch
     * was not begun when this process started. An honest store has none.
     */
    public List<EventPosition> outOfReach(int limit) {
        return reader.query(
                "select epoch, tx::text::bigint as tx_number, global_index from events.domain_event where (epoch, tx) >= ("
                        + epoch + ", " + SNAPSHOT_END + ") order by epoch, tx, global_index limit ?",
                (row, n) -> position(row),
                limit);
    }

    /** The event that began an aggregate; nothing if there is none by that id. */
    public Optional<RecordedEvent> firstOf(String aggregateId) {
        return reader
                .query(
                        "select " + COLUMNS + ", " + outside
                                + " as outside from events.domain_event where aggregate_id = ? and sequence = 0",
                        (row, n) -> written(row),
                        aggregateId)
                .stream()
                .findFirst();
    }

    @Override
    public EventPosition head() {
        return reader
                .query(
                        "select epoch, tx::text::bigint as tx_number, global_index from events.domain_event where "
                                + visible + " order by epoch desc, tx desc, global_index desc limit 1",
                        (row, n) -> position(row))
                .stream()
                .findFirst()
                .orElse(EventPosition.START);
    }

    private static EventPosition position(ResultSet row) throws SQLException {
        return new EventPosition(row.getInt("epoch"), row.getLong("tx_number"), row.getLong("global_index"));
    }

    private RecordedEvent event(ResultSet row) throws SQLException {
        var type = row.getString("type");
        var revision = row.getInt("revision");
        var payload = row.getString("payload");
        var metadata = row.getString("metadata");
        return new RecordedEvent(
                position(row),
                row.getString("event_id"),
                row.getString("stream"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                type,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Once<>(() -> codec.read(type, revision, payload)),
                new Once<>(() -> codec.readEnvelope(metadata)));
    }

    /** A recorded event as it would be built by hand, for tests of projections. */
    public static RecordedEvent recorded(
            EventPosition position,
            String eventId,
            String aggregateId,
            long sequence,
            Instant recordedAt,
            HubEvent payload,
            Map<String, String> envelope) {
        var type = uk.earlyhelphub.events.EventTypes.of(payload.getClass());
        return new RecordedEvent(
                position,
                eventId,
                type.stream(),
                aggregateId,
                sequence,
                type.name(),
                recordedAt,
                () -> payload,
                () -> envelope);
    }
}

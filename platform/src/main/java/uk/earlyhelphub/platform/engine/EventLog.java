package uk.earlyhelphub.platform.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;

/**
 * Reads the store in the one order in which nothing is ever skipped. A row is handed out only once no transaction that is
 * still running could commit a row before it; writers are not held up for this. A row that the Hub did not write is never handed
 * out: whoever meets it is told so.
 */
public final class EventLog implements EventSource {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    // The snapshot is asked for in subqueries, so that it is taken once and not for every row.
    private static final String SNAPSHOT_END = "(select pg_snapshot_xmax(pg_current_snapshot()))";

    private final JdbcTemplate reader;
    private final EventRows rows;
    private final EventCounts counts;
    private final String after;
    private final String written;
    private final String visible;
    private final int epoch;

    /**
     * Reads as the reader role, outside any transaction of its caller.
     *
     * @param codes tell what the Hub appended from what was put there by somebody else
     * @param epoch this cluster's epoch, as the start found or began it; whatever claims a later one is not read
     */
    public EventLog(DataSource reader, EventCodec codec, EventCodes codes, int epoch) {
        this.reader = new JdbcTemplate(reader);
        this.rows = new EventRows(codec, codes);
        this.counts = new EventCounts(this.reader);
        this.epoch = epoch;
        // Every row that a transaction wrote and committed is below the end of any later snapshot.
        this.visible = "(epoch, tx) < (" + epoch + ", " + SNAPSHOT_END + ")";
        var outside = "(epoch > " + epoch + " or epoch = " + epoch + " and tx >= " + SNAPSHOT_END
                + " and tx is distinct from (select pg_current_xact_id_if_assigned()))";
        this.after = "select " + EventRows.COLUMNS + ", (epoch < " + epoch
                + " or tx < (select pg_snapshot_xmin(pg_current_snapshot()))) as settled"
                + " from events.domain_event where (epoch, tx, global_index) > (?, ?::text::xid8, ?) and " + visible
                + " order by epoch, tx, global_index limit ?";
        this.written = "select " + EventRows.COLUMNS + ", " + outside + " as outside from events.domain_event where ";
    }

    @Override
    public Page after(EventPosition position, int limit) {
        var found = new ArrayList<RecordedEvent>();
        for (var from = position; ; ) {
            var asked = limit - found.size();
            var page = page(from, asked);
            var settled = page.stream().takeWhile(Row::settled).toList();
            settled.stream()
                    .map(Row::stored)
                    .filter(StoredEvent::byTheHub)
                    .map(rows::event)
                    .forEach(found::add);
            var heldBack = settled.size() < page.size();
            // Rows that the Hub did not write are passed by; behind any number of them it goes on.
            if (heldBack || page.size() < asked || found.size() == limit) {
                return new Page(found, heldBack);
            }
            from = page.getLast().stored().position();
        }
    }

    private record Row(StoredEvent stored, boolean settled) {}

    private List<Row> page(EventPosition position, int limit) {
        return reader.query(
                after,
                (row, n) -> new Row(rows.stored(row), row.getBoolean("settled")),
                position.epoch(),
                Long.toString(position.tx()),
                position.index(),
                limit);
    }

    /**
     * The rows after a position exactly as they are stored, settled ones only, for those who prove what is stored: also those
     * that the Hub did not write, which say so.
     */
    public List<StoredEvent> storedAfter(EventPosition position, int limit) {
        return page(position, limit).stream()
                .takeWhile(Row::settled)
                .map(Row::stored)
                .toList();
    }

    /** One row exactly as it is stored, by its position. */
    public Optional<StoredEvent> storedAt(EventPosition position) {
        return reader
                .query(
                        "select " + EventRows.COLUMNS
                                + " from events.domain_event where epoch = ? and tx = ?::text::xid8 and global_index = ?",
                        (row, n) -> rows.stored(row),
                        position.epoch(),
                        Long.toString(position.tx()),
                        position.index())
                .stream()
                .findFirst();
    }

    /** The positions of what a command added to an aggregate, in order; {@code upTo} is the last sequence to look at. */
    public List<EventPosition> positionsOf(String commandId, String aggregateId, long upTo) {
        return reader.query(
                "select " + EventRows.POSITION + " from events.domain_event"
                        + " where aggregate_id = ? and sequence <= ? and metadata ->> ? = ? order by sequence",
                (row, n) -> EventRows.position(row),
                aggregateId,
                upTo,
                EnvelopeKeys.COMMAND_ID,
                commandId);
    }

    /**
     * The ids of all aggregates that have an event of a type; for types that are rare and have an index of their own.
     *
     * @throws HistoryInDoubt if a row among them was not written by the Hub
     */
    public List<String> aggregatesWith(String type) {
        // Written into the statement, so that the planner sees which partial index serves it.
        return aggregates("type = " + quoted(type)).distinct().toList();
    }

    /** The id of the aggregate with an event of a type that holds a value in a field; for types with an index by that field. */
    public Optional<String> aggregateWith(String type, String field, String value) {
        return aggregates("type = " + quoted(type) + " and payload ->> " + quoted(field) + " = ? limit 1", value)
                .findFirst();
    }

    private Stream<String> aggregates(String condition, Object... values) {
        return written(condition, values).stream().map(RecordedEvent::aggregateId);
    }

    /** The rows that fulfil a condition. Throws {@link HistoryInDoubt} if the Hub did not write one of them. */
    private List<RecordedEvent> written(String condition, Object... values) {
        return reader.query(written + condition, (row, n) -> rows.written(row), values);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * What is to be found by a value of its payload: events of a type with any of some values in a field; for types with an index
     * by that field.
     */
    public record Mention(String type, String field, Collection<String> values) {
        public Mention {
            values = List.copyOf(values);
        }
    }

    /**
     * Every event that is one of what is mentioned, in one read; those of an aggregate in order, each once.
     *
     * @throws HistoryInDoubt if a row among them was not written by any transaction of this cluster
     */
    public List<RecordedEvent> mentioning(List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        // Types and fields are written into the statement, so that the planner sees which partial index serves each.
        var found = reader.query(
                mentions.stream()
                        .map(m -> written + "type = " + quoted(m.type()) + " and payload ->> " + quoted(m.field())
                                + " = any (?)")
                        .collect(Collectors.joining(" union all ")),
                (row, n) -> rows.written(row),
                mentions.stream().map(m -> m.values().toArray(String[]::new)).toArray());
        var inOrder = new TreeMap<Place, RecordedEvent>();
        found.forEach(event -> inOrder.put(new Place(event.aggregateId(), event.sequence()), event));
        return List.copyOf(inOrder.values());
    }

    private record Place(String aggregate, long sequence) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            var first = aggregate.compareTo(other.aggregate);
            return first == 0 ? Long.compare(sequence, other.sequence) : first;
        }
    }

    /** How many rows there are after a position, counted up to a limit. */
    public long countAfter(EventPosition position, int limit) {
        return counts.after(position, visible, limit);
    }

    /** How many rows wait, counted up to a limit, and the earliest time of recording among them; none if there are none. */
    public record Waiting(long rows, @Nullable Instant oldest) {}

    /** What is stored after a position, in reach of readers or not, settled or not; counted up to a limit. */
    public Waiting waitingAfter(EventPosition position, int limit) {
        return counts.waiting(position, limit);
    }

    /** How many rows there are up to a position, that one included. */
    public long countUpTo(EventPosition position) {
        return counts.upTo(position);
    }

    /**
     * The events of one aggregate from a sequence number on, in order: the same rows that readers of the whole history come to.
     *
     * @throws HistoryInDoubt if a row among them was not written by the Hub, so that no log and no read model has it; nothing may
     *     be decided or answered from it
     */
    public List<RecordedEvent> ofAggregate(String aggregateId, long firstSequence) {
        return written("aggregate_id = ? and sequence >= ? order by sequence", aggregateId, firstSequence);
    }

    /** The events of several aggregates, each in order, in one read; an id without events is left out. */
    public Map<String, List<RecordedEvent>> ofAggregates(Collection<String> aggregateIds) {
        var found = new LinkedHashMap<String, List<RecordedEvent>>();
        if (!aggregateIds.isEmpty()) {
            var ids = aggregateIds.stream().distinct().toArray(String[]::new);
            written("aggregate_id = any (?) order by aggregate_id, sequence", (Object) ids)
                    .forEach(e -> found.computeIfAbsent(e.aggregateId(), id -> new ArrayList<>())
                            .add(e));
        }
        return found;
    }

    /**
     * As {@link #ofAggregates}, for lists: one that is in doubt is left out, and does not stand in the way of all the others.
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
        // Written into the statement, so that the planner sees which partial index serves it.
        var among = types.stream().map(EventLog::quoted).collect(Collectors.joining(", "));
        return written(
                "type in (" + among + ") and metadata ->> '" + Actor.ID
                        + "' = ? and recorded_at > ? order by recorded_at",
                actorId,
                since.atOffset(ZoneOffset.UTC));
    }

    /** What was recorded of some types since an instant, oldest first; for types that are rare and have an index by time. */
    public List<RecordedEvent> ofTypesSince(List<String> types, Instant since) {
        // Written into the statement, so that the planner sees which partial index serves it.
        var among = types.stream().map(EventLog::quoted).collect(Collectors.joining(", "));
        return written(
                "type in (" + among + ") and recorded_at >= ? order by recorded_at", since.atOffset(ZoneOffset.UTC));
    }

    /**
     * Positions of rows that no reader of the whole history can come to, because their transaction has not been or their epoch
     * was not begun when this process started. An honest store has none.
     */
    public List<EventPosition> outOfReach(int limit) {
        return counts.positions("(epoch, tx) >= (" + epoch + ", " + SNAPSHOT_END + ")", limit);
    }

    /** The event that began an aggregate; nothing if there is none by that id. */
    public Optional<RecordedEvent> firstOf(String aggregateId) {
        return written("aggregate_id = ? and sequence = 0", aggregateId).stream()
                .findFirst();
    }

    @Override
    public EventPosition head() {
        var newest = newest("", 1);
        while (!newest.isEmpty()) {
            for (var row : newest) {
                if (row.byTheHub()) {
                    return row.position();
                }
            }
            var last = newest.getLast().position();
            newest = newest(
                    " and (epoch, tx, global_index) < (?, ?::text::xid8, ?)",
                    1000,
                    last.epoch(),
                    Long.toString(last.tx()),
                    last.index());
        }
        return EventPosition.START;
    }

    private List<StoredEvent> newest(String before, int limit, Object... values) {
        return reader.query(
                "select " + EventRows.COLUMNS + " from events.domain_event where " + visible + before
                        + " order by epoch desc, tx desc, global_index desc limit " + limit,
                (row, n) -> rows.stored(row),
                values);
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
        var type = EventTypes.of(payload.getClass());
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

package uk.earlyhelphub.platform.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes events of rows, and tells those that the Hub wrote from others. */
final class EventRows {
    private static final Logger LOG = LoggerFactory.getLogger(EventRows.class);
    private static final int MOST_TOLD = 10_000;

    // An output column named tx would be what "order by tx" means, and no index would serve it.
    static final String POSITION = "epoch, tx::text::bigint as tx_number, global_index";

    // The codes of what earlier releases appended stand in a table of their own.
    static final String COLUMNS = POSITION
            + ", event_id, stream, aggregate_id, sequence, type, revision, recorded_at, payload, metadata, coalesce(code,"
            + " (select c.code from events.earlier_code c where (c.epoch, c.tx, c.global_index) ="
            + " (domain_event.epoch, domain_event.tx, domain_event.global_index))) as code";

    private final EventCodec codec;
    private final EventCodes codes;
    private final Set<EventPosition> told = ConcurrentHashMap.newKeySet();

    EventRows(EventCodec codec, EventCodes codes) {
        this.codec = codec;
        this.codes = codes;
    }

    static EventPosition position(ResultSet row) throws SQLException {
        return new EventPosition(row.getInt("epoch"), row.getLong("tx_number"), row.getLong("global_index"));
    }

    /** The row as it is, without asking who wrote it. */
    static StoredEvent raw(ResultSet row) throws SQLException {
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
                row.getString("metadata"),
                false);
    }

    /** The row as it is, with whether the Hub wrote it. */
    StoredEvent stored(ResultSet row) throws SQLException {
        var stored = raw(row);
        var byTheHub = codes.fits(row.getBytes("code"), stored.said());
        if (!byTheHub && told.size() < MOST_TOLD && told.add(stored.position())) {
            LOG.error(
                    "HISTORY WAS ALTERED: the row at {} has not the code of the Hub; it takes part in nothing",
                    stored.position());
        }
        return byTheHub ? stored.seen(true) : stored;
    }

    /** The event in a row of which it is known that the Hub wrote it. */
    RecordedEvent event(StoredEvent row) {
        return new RecordedEvent(
                row.position(),
                row.eventId(),
                row.stream(),
                row.aggregateId(),
                row.sequence(),
                row.type(),
                row.recordedAt(),
                new Once<>(() -> codec.read(row.type(), row.revision(), row.payload())),
                new Once<>(() -> codec.readEnvelope(row.envelope())));
    }

    /** The event in a row. Throws {@link HistoryInDoubt} if the Hub did not write it; needs the column {@code outside}. */
    RecordedEvent written(ResultSet row) throws SQLException {
        var stored = stored(row);
        if (row.getBoolean("outside")) {
            LOG.error(
                    "HISTORY WAS ALTERED: the row at {} was not written by any transaction of this cluster",
                    stored.position());
            throw HistoryInDoubt.outside(stored.position());
        }
        if (!stored.byTheHub()) {
            throw HistoryInDoubt.withoutCode(stored.position());
        }
        return event(stored);
    }
}

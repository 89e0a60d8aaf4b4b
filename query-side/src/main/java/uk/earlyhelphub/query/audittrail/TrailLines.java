package uk.earlyhelphub.query.audittrail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.api.trail.TrailPage.TrailLine;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.query.access.ReadingRule;

/** The lines of the trail, a page at a time, in the order in which they were recorded, or the newest first. */
@Component
class TrailLines implements TrailExport.Source {
    /** After everything that there can be. */
    private static final EventPosition END = new EventPosition(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    private final JdbcTemplate jdbc;
    private final EventCodec codec;

    TrailLines(Databases databases, EventCodec codec) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.codec = codec;
    }

    /** A line as it is kept: sealed. */
    record Line(
            EventPosition position,
            String eventId,
            String type,
            Instant at,
            @Nullable String referralId,
            int revision,
            String payload,
            String envelope) {}

    @Override
    public List<Line> page(TrailFilter filter, EventPosition after, int limit) {
        return page(filter, after, limit, ">", "");
    }

    /** The newest first. {@code before} is the position of the last line of the page before; none for the first page. */
    List<Line> newest(TrailFilter filter, @Nullable EventPosition before, int limit) {
        return page(filter, before == null ? END : before, limit, "<", " desc");
    }

    private List<Line> page(TrailFilter filter, EventPosition from, int limit, String side, String direction) {
        var conditions = filter.conditions();
        var values = new ArrayList<Object>(conditions.values());
        values.add(from.epoch());
        values.add(from.tx());
        values.add(from.index());
        values.add(limit);
        var where = String.join(
                "", conditions.keySet().stream().map(c -> c + " and ").toList());
        return jdbc.query(
                "select epoch, tx, global_index, event_id::text, type, recorded_at, referral_id::text, revision, payload, envelope"
                        + " from projections.audit_line where " + where + "(epoch, tx, global_index) " + side
                        + " (?, ?, ?) order by epoch" + direction + ", tx" + direction + ", global_index" + direction
                        + " limit ?",
                (row, n) -> new Line(
                        new EventPosition(row.getInt(1), row.getLong(2), row.getLong(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        row.getInt(8),
                        row.getString(9),
                        row.getString(10)),
                values.toArray());
    }

    @Override
    public TrailLine entry(Line line, Narrator narrator) {
        var envelope = codec.readEnvelope(line.envelope());
        var actor = Actor.from(envelope);
        var event = codec.read(line.type(), line.revision(), line.payload());
        return new TrailLine(
                line.position().toString(),
                line.at(),
                narrator.tell(event, line.at()),
                actor.name(),
                actor.role().name(),
                actor.organisation(),
                String.valueOf(envelope.get(EnvelopeKeys.PURPOSE)),
                line.type(),
                line.eventId(),
                String.valueOf(envelope.get(EnvelopeKeys.CORRELATION_ID)),
                line.referralId(),
                "/api/proof/events/" + line.position());
    }

    @Override
    public Colleagues colleagues() {
        return new Colleagues(jdbc);
    }

    static EventPosition cursor(@Nullable String after) {
        if (after == null) {
            return EventPosition.START;
        }
        return EventPosition.parse(after)
                .orElseThrow(() -> Refused.by(
                        ReadingRule.BAD_CURSOR, "after", "Send the value of \"next\" from the page before."));
    }
}

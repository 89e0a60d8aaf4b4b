package uk.earlyhelphub.query.replay;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.deadletter.DeadLettersApi;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** What projections could not take. Never any content. */
@RestController
class DeadLetterEndpoint implements DeadLettersApi {
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;
    private final Callers callers;

    DeadLetterEndpoint(Databases databases, RoleGuard gate, Callers callers) {
        this.callers = callers;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    @Override
    public ResponseEntity<List<HeldCase>> held(@Nullable String projection, int asked) {
        requireListed();
        var parked = jdbc.query(
                "select projection, aggregate_id, count(*) as events, (array_agg(type order by sequence))[1] as first_type,"
                        + " (array_agg(cause order by sequence))[1] as cause, min(parked_at) as parked_at, bool_or(set_aside) as set_aside"
                        + " from projections.dead_letter where projection not like 'replay:%' and (?::text is null or projection = ?)"
                        + " group by projection, aggregate_id order by parked_at, projection, aggregate_id limit ?",
                (row, n) -> new HeldCase(
                        row.getString("projection"),
                        row.getString("aggregate_id"),
                        row.getLong("events"),
                        row.getString("first_type"),
                        row.getString("cause"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("set_aside")),
                projection,
                projection,
                Reading.limit(asked));
        return fresh().body(parked);
    }

    @Override
    public ResponseEntity<List<DeadLetter>> inspect(String projection, String about, long from, int asked) {
        requireOperator();
        var events = jdbc.query(
                "select sequence, type, event_id::text, epoch || '.' || tx || '.' || global_index, cause, parked_at"
                        + " from projections.dead_letter where projection = ? and aggregate_id = ? and sequence >= ?"
                        + " order by sequence limit ?",
                (row, n) -> new DeadLetter(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()),
                projection,
                about,
                from,
                Reading.limit(asked));
        if (events.isEmpty() && from == 0) {
            throw Refused.unknown();
        }
        return fresh().body(events);
    }

    private void requireListed() {
        gate.admitToList(callers.current(), Purpose.OPERATE, "dead-letters", Role.AUDITOR, Role.ADMINISTRATOR);
    }

    private void requireOperator() {
        gate.admit(callers.current(), Purpose.OPERATE, "dead-letters", Role.AUDITOR, Role.ADMINISTRATOR);
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}

package uk.earlyhelphub.query.replay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** What projections could not take. Never any content. */
@RestController
class DeadLetterEndpoint {
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;

    DeadLetterEndpoint(Databases databases, RoleGuard gate) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    /**
     * The events of one case, or other thing, that one projection holds.
     *
     * @param about the id of that thing
     * @param cause kinds of failure, never a message that could repeat a value
     * @param setAside whether no alarm is raised over them any more
     */
    record HeldCase(
            String projection,
            String about,
            long events,
            String firstType,
            String cause,
            Instant parkedAt,
            boolean setAside) {}

    @GetMapping("/api/dead-letters")
    ResponseEntity<List<HeldCase>> parked(
            Caller caller,
            @RequestParam(name = "projection", required = false) @Nullable String projection,
            @RequestParam(name = "limit", defaultValue = "100") int asked) {
        requireListed(caller);
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

    /** One of the events that are held. Its place is also where its proof and its sealed content can be asked for. */
    record DeadLetter(long sequence, String type, String eventId, String position, String cause, Instant parkedAt) {}

    @GetMapping("/api/dead-letters/{projection}/{about}")
    ResponseEntity<List<DeadLetter>> inspect(
            Caller caller,
            @PathVariable("projection") String projection,
            @PathVariable("about") String about,
            @RequestParam(name = "from", defaultValue = "0") long from,
            @RequestParam(name = "limit", defaultValue = "100") int asked) {
        requireOperator(caller);
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

    private void requireListed(Caller caller) {
        gate.admitToList(caller, Purpose.OPERATE, "dead-letters", Role.AUDITOR, Role.ADMINISTRATOR);
    }

    private void requireOperator(Caller caller) {
        gate.admit(caller, Purpose.OPERATE, "dead-letters", Role.AUDITOR, Role.ADMINISTRATOR);
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}

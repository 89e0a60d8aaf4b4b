package uk.earlyhelphub.query.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.events.operations.DeadLettersSetAside;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.wiring.ProjectionRunners;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** What projections could not take: what it is, and what is done about it. Never any content. */
@RestController
class DeadLetterEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterEndpoint.class);

    private final JdbcTemplate jdbc;
    private final ProjectionRunners runners;
    private final EventLog log;
    private final OperationsLedger ledger;
    private final RoleGuard gate;

    DeadLetterEndpoint(
            Databases databases, ProjectionRunners runners, EventLog log, OperationsLedger ledger, RoleGuard gate) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.runners = runners;
        this.log = log;
        this.ledger = ledger;
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

    /** What came of trying again. */
    record Retried(int applied) {}

    @PostMapping("/api/dead-letters/{projection}/{about}/retry")
    ResponseEntity<Retried> retry(
            Caller caller, @PathVariable("projection") String projection, @PathVariable("about") String about) {
        requireOperator(caller);
        var runner = runner(projection);
        var before = told(caller, projection, about);
        if (before.isPresent()) {
            return answer(before.get());
        }
        requireDeadLetters(projection, about);
        return answer(recorded(caller, projection, about, applied(runner, projection, about)));
    }

    private int applied(ProjectionRunner runner, String projection, String about) {
        try {
            return runner.retry(about, log);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} still cannot take the events of {}: {}",
                    projection,
                    about,
                    e.getClass().getName());
            LOG.debug("Retry", e);
            return 0;
        }
    }

    /** What this request has led to before. */
    private Optional<DeadLettersRetried> told(Caller caller, String projection, String about) {
        var said = ledger.story(ledger.idFor(caller)).by(ledger.command(caller));
        return said.map(event -> {
            if (event instanceof DeadLettersRetried retried
                    && retried.projection().equals(projection)
                    && retried.about().equals(about)) {
                return retried;
            }
            throw OperationStory.reused();
        });
    }

    private DeadLettersRetried recorded(Caller caller, String projection, String about, int applied) {
        var event = new DeadLettersRetried(new OperationId(ledger.idFor(caller)), projection, about, applied);
        return ledger.recorded(caller, 0, event)
                ? event
                : told(caller, projection, about).orElse(event);
    }

    private static ResponseEntity<Retried> answer(DeadLettersRetried retried) {
        if (retried.applied() == 0) {
            throw Refused.by(ReplayRule.STILL_CANNOT_BE_TAKEN, "They still cannot be taken. Nothing was changed.");
        }
        return fresh().body(new Retried(retried.applied()));
    }

    /**
     * Why no alarm is raised over them any more.
     *
     * @param reference a number under which the reason can be found, such as a ticket's; no names
     */
    record SetAsideForm(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9 ./#-]{1,40}", message = "1 to 40 letters, digits or . / # -")
            String reference) {}

    /** They can still be tried again. */
    @PostMapping(path = "/api/dead-letters/{projection}/{about}/set-aside", consumes = "application/json")
    ResponseEntity<Void> setAside(
            Caller caller,
            @PathVariable("projection") String projection,
            @PathVariable("about") String about,
            @Valid @RequestBody SetAsideForm form) {
        requireOperator(caller);
        var runner = runner(projection);
        var event = new DeadLettersSetAside(new OperationId(ledger.idFor(caller)), projection, about, form.reference());
        var id = event.operationId().value();
        if (!ledger.story(id).tells(ledger.command(caller), event)) {
            requireDeadLetters(projection, about);
            if (!ledger.recorded(caller, 0, event)) {
                ledger.story(id).tells(ledger.command(caller), event);
            }
        }
        runner.setAside(about);
        return ResponseEntity.noContent().build();
    }

    private void requireDeadLetters(String projection, String about) {
        var parked = jdbc.queryForObject(
                "select count(*) from projections.dead_letter where projection = ? and aggregate_id = ?",
                Long.class,
                projection,
                about);
        if (parked == null || parked == 0) {
            throw Refused.unknown();
        }
    }

    private ProjectionRunner runner(String projection) {
        return runners.all().stream()
                .filter(r -> r.name().equals(projection))
                .findFirst()
                .orElseThrow(Refused::unknown);
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

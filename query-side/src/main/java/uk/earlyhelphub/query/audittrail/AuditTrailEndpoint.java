package uk.earlyhelphub.query.audittrail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.ReferralId;
import uk.earlyhelphub.events.referral.state.ReferralState;
import uk.earlyhelphub.platform.commands.RuleBroken;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.casefile.CaseFiles;
import uk.earlyhelphub.query.edge.Door;
import uk.earlyhelphub.query.edge.Interests;
import uk.earlyhelphub.query.edge.Reading;
import uk.earlyhelphub.query.edge.Relationship;
import uk.earlyhelphub.query.edge.Reveal;

/** The account of one case: one line of plain English for everything that happened, oldest first. */
@RestController
class AuditTrailEndpoint {
    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final CaseFiles cases;
    private final Door door;
    private final Reveal reveal;

    AuditTrailEndpoint(
            Databases databases, EventCodec codec, CaseFiles cases, Door door, Reveal reveal, Interests interests) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.codec = codec;
        this.cases = cases;
        this.door = door;
        this.reveal = reveal;
    }

    /**
     * One line.
     *
     * @param what what happened, in plain English
     * @param at when it was recorded
     * @param who by whom, in which role and for which organisation
     * @param why the purpose
     */
    record AuditTrailEntry(
            String position,
            Instant at,
            String what,
            String who,
            String role,
            String organisation,
            String why,
            String type,
            String eventId,
            String correlationId) {}

    /** A page; {@code next} continues it. */
    record Page(List<AuditTrailEntry> entries, @Nullable String next) {}

    private record Line(
            EventPosition position, String eventId, String type, Instant at, String payload, String envelope) {}

    @GetMapping("/api/referrals/{id}/trail")
    ResponseEntity<Page> trail(
            Caller caller,
            @PathVariable("id") String path,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "100") int asked) {
        var limit = Reading.limit(asked);
        var from = cursor(after);
        var look = new Door.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "audittrail");
        var id = door.referral(look, path);
        var opened = door.open(look, id, cases.find(id), Relationship::seesTheWhole);
        var relationship = opened.relationship();
        var lines = lines(id, from, limit);
        Function<ProtectedText, String> show =
                text -> relationship.seesContent() ? reveal.text(opened.access(), text) : "[sealed]";
        var narrator = new Narrator(names(opened.state(), show), show);
        var entries = lines.stream().map(line -> entry(line, narrator)).toList();
        var next = lines.size() < limit ? null : lines.getLast().position().toString();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Page(entries, next));
    }

    private static Map<PersonId, String> names(ReferralState state, Function<ProtectedText, String> show) {
        var names = new HashMap<PersonId, String>();
        for (var person : state.household().people()) {
            var name = person.added().name();
            names.put(person.personId(), name == null ? "somebody whose name is not known" : show.apply(name));
        }
        return names;
    }

    private List<Line> lines(ReferralId id, EventPosition after, int limit) {
        return jdbc.query(
                "select epoch, tx, global_index, event_id::text, type, recorded_at, payload, envelope from projections.audit_line"
                        + " where referral_id = ?::uuid and (epoch, tx, global_index) > (?, ?, ?) order by epoch, tx, global_index limit ?",
                (row, n) -> new Line(
                        new EventPosition(row.getInt(1), row.getLong(2), row.getLong(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        row.getString(8)),
                id.value(),
                after.epoch(),
                after.tx(),
                after.index(),
                limit);
    }

    private AuditTrailEntry entry(Line line, Narrator narrator) {
        var envelope = codec.readEnvelope(line.envelope());
        var actor = Actor.from(envelope);
        var event = codec.read(
                line.type(), EventTypes.named(line.type()).orElseThrow().revision(), line.payload());
        return new AuditTrailEntry(
                line.position().toString(),
                line.at(),
                narrator.tell(event),
                actor.name(),
                actor.role().name(),
                actor.organisation(),
                String.valueOf(envelope.get(EnvelopeKeys.PURPOSE)),
                line.type(),
                line.eventId(),
                String.valueOf(envelope.get(EnvelopeKeys.CORRELATION_ID)));
    }

    private static EventPosition cursor(@Nullable String after) {
        if (after == null) {
            return EventPosition.START;
        }
        return EventPosition.parse(after)
                .orElseThrow(() ->
                        RuleBroken.invalid("after", "bad-cursor", "Send the value of \"next\" from the page before."));
    }
}

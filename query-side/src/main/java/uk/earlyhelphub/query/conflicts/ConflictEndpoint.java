package uk.earlyhelphub.query.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.conflict.ConflictsApi;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/** Who came upon the record of somebody close, for those who judge it. */
@RestController
class ConflictEndpoint implements ConflictsApi {
    private static final JsonMapper JSON = EventCodec.mapper();

    private final AccessLedger ledger;
    private final Reveal reveal;
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;
    private final CaseAccess door;
    private final Callers callers;

    ConflictEndpoint(
            AccessLedger ledger, Reveal reveal, Databases databases, RoleGuard gate, CaseAccess door, Callers callers) {
        this.door = door;
        this.callers = callers;
        this.ledger = ledger;
        this.reveal = reveal;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    /** One conflict as it is kept: its reason sealed. */
    private record Kept(Conflict conflict, @Nullable ProtectedText reason) {}

    @Override
    public ResponseEntity<List<Conflict>> conflicts(boolean reviewed, @Nullable String after, int asked) {
        var caller = callers.current();
        gate.admitToAddress(caller, Purpose.ACCOUNT_FOR_DECISIONS, "conflicts", Role.DATA_PROTECTION_OFFICER);
        var limit = Reading.limit(asked);
        var from = Reading.cursor(after);
        var access =
                ledger.searched(Reading.reader(caller, Purpose.ACCOUNT_FOR_DECISIONS), List.of("conflicts"), List.of());
        var entries = jdbc.query(
                "select * from projections.conflict where (outcome is not null) = ? and (?::uuid is null or (at, access_id) >"
                        + " (select at, access_id from projections.conflict where access_id = ?::uuid)) order by at, access_id limit ?",
                (row, n) -> row(row),
                reviewed,
                from,
                from,
                limit);
        // Nothing is revealed of what is not shown.
        var shown = door.withoutShut(caller.actor(), entries, e -> e.conflict().referralId()).stream()
                .map(e -> e.reason() == null ? e.conflict() : because(e.conflict(), reveal.text(access, e.reason())))
                .toList();
        return Reading.page(
                shown,
                entries.size(),
                limit,
                "/api/conflicts?reviewed=" + reviewed,
                entries.isEmpty() ? "" : entries.getLast().conflict().accessId());
    }

    private static Conflict because(Conflict c, String revealed) {
        return new Conflict(
                c.accessId(),
                c.referralId(),
                c.view(),
                c.kinds(),
                c.who(),
                c.role(),
                c.organisation(),
                c.at(),
                revealed,
                c.outcome(),
                c.reviewedAt());
    }

    private static Kept row(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        var reviewedAt = row.getObject("reviewed_at", OffsetDateTime.class);
        var conflict = new Conflict(
                row.getString("access_id"),
                row.getString("referral_id"),
                row.getString("view"),
                Stream.of((String[]) row.getArray("kinds").getArray())
                        .map(ConflictKind::valueOf)
                        .toList(),
                row.getString("actor_name"),
                Role.valueOf(row.getString("role")),
                row.getString("organisation"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                null,
                row.getString("outcome") == null ? null : ConflictOutcome.valueOf(row.getString("outcome")),
                reviewedAt == null ? null : reviewedAt.toInstant());
        return new Kept(conflict, reason == null ? null : JSON.readValue(reason, ProtectedText.class));
    }
}

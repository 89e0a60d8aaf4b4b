package uk.earlyhelphub.query.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/** Who came upon the record of somebody close, for those who judge it. */
@RestController
class ConflictEndpoint {
    private static final JsonMapper JSON = EventCodec.mapper();

    private final AccessLedger ledger;
    private final Reveal reveal;
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;
    private final CaseAccess door;

    ConflictEndpoint(AccessLedger ledger, Reveal reveal, Databases databases, RoleGuard gate, CaseAccess door) {
        this.door = door;
        this.ledger = ledger;
        this.reveal = reveal;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    /**
     * One conflict.
     *
     * @param view what they asked for; {@code search} if they came upon somebody in a search
     * @param reason why they looked all the same, if they said so
     */
    record Conflict(
            String accessId,
            @Nullable String referralId,
            String view,
            List<String> kinds,
            String who,
            String role,
            String organisation,
            Instant at,
            @Nullable String reason,
            @Nullable String outcome,
            @Nullable Instant reviewedAt) {
        private Conflict because(String revealed) {
            return new Conflict(
                    accessId, referralId, view, kinds, who, role, organisation, at, revealed, outcome, reviewedAt);
        }
    }

    /** One conflict as it is kept: its reason sealed. */
    private record Kept(Conflict conflict, @Nullable ProtectedText reason) {}

    /**
     * The Data Protection Officer's list, the oldest first. What is about their own family is for another officer: how many entries of a
     * page these are stands in {@code Withheld-Entries}.
     */
    @GetMapping("/api/conflicts")
    ResponseEntity<List<Conflict>> list(
            Caller caller,
            @RequestParam(name = "reviewed", defaultValue = "false") boolean reviewed,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
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
                .map(e -> e.reason() == null ? e.conflict() : e.conflict().because(reveal.text(access, e.reason())))
                .toList();
        return Reading.page(
                shown,
                entries.size(),
                limit,
                "/api/conflicts?reviewed=" + reviewed,
                entries.isEmpty() ? "" : entries.getLast().conflict().accessId());
    }

    private static Kept row(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        var reviewedAt = row.getObject("reviewed_at", OffsetDateTime.class);
        var conflict = new Conflict(
                row.getString("access_id"),
                row.getString("referral_id"),
                row.getString("view"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getString("actor_name"),
                row.getString("role"),
                row.getString("organisation"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                null,
                row.getString("outcome"),
                reviewedAt == null ? null : reviewedAt.toInstant());
        return new Kept(conflict, reason == null ? null : JSON.readValue(reason, ProtectedText.class));
    }
}

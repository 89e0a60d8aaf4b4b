package uk.earlyhelphub.query.breakglass;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Emergency openings that were refused, beside which the Data Protection Officer judges those that were not. */
@RestController
class RefusedEmergenciesEndpoint {
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;
    private final CaseAccess door;

    RefusedEmergenciesEndpoint(Databases databases, RoleGuard gate, CaseAccess door) {
        this.door = door;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    /**
     * One refusal.
     *
     * @param referralId the case that was asked for, whether or not there is one by that id
     * @param rule what stood in the way, e.g. {@code one-emergency-at-a-time}
     */
    record RefusedEmergency(
            String accessId,
            String referralId,
            String who,
            String role,
            String organisation,
            Instant at,
            String rule) {}

    @GetMapping("/api/break-glass/refusals")
    ResponseEntity<List<RefusedEmergency>> refusals(
            Caller caller,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
        var limit = Reading.limit(asked);
        var from = Reading.cursor(after);
        gate.admitToList(
                caller,
                Purpose.ACCOUNT_FOR_DECISIONS,
                "refused-emergencies",
                Role.DATA_PROTECTION_OFFICER,
                Role.AUDITOR);
        var refusals = jdbc.query(
                "select * from projections.break_glass_refusal where ?::uuid is null or (at, access_id) >"
                        + " (select at, access_id from projections.break_glass_refusal where access_id = ?::uuid)"
                        + " order by at, access_id limit ?",
                (row, n) -> new RefusedEmergency(
                        row.getString("access_id"),
                        row.getString("referral_id"),
                        row.getString("actor_name"),
                        row.getString("role"),
                        row.getString("organisation"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("rule")),
                from,
                from,
                limit);
        return Reading.page(
                door.withoutShut(caller.actor(), refusals, RefusedEmergency::referralId),
                refusals.size(),
                limit,
                "/api/break-glass/refusals",
                refusals.isEmpty() ? "" : refusals.getLast().accessId());
    }
}

package uk.earlyhelphub.query.breakglass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.emergency.EmergenciesApi;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.InstantCursor;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/** Which cases were opened in emergencies, for those who judge it and those who see to it that it is judged. */
@RestController
class BreakGlassEndpoint implements EmergenciesApi {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final Duration REVIEWED_WITHIN = Duration.ofDays(5);

    private final AccessLedger ledger;
    private final Reveal reveal;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final RoleGuard gate;
    private final CaseAccess door;
    private final Callers callers;

    BreakGlassEndpoint(
            AccessLedger ledger,
            Reveal reveal,
            Databases databases,
            Clock clock,
            RoleGuard gate,
            CaseAccess door,
            Callers callers) {
        this.door = door;
        this.callers = callers;
        this.ledger = ledger;
        this.reveal = reveal;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<List<EmergencyEntry>> emergencies(boolean reviewed, @Nullable String after, int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var from = InstantCursor.of(after);
        gate.admitToList(
                caller,
                Purpose.ACCOUNT_FOR_DECISIONS,
                "break-glass",
                Role.DATA_PROTECTION_OFFICER,
                Role.MANAGER,
                Role.AUDITOR);
        var late = clock.instant().minus(REVIEWED_WITHIN);
        var usedBefore = caller.actor().role() == Role.DATA_PROTECTION_OFFICER ? clock.instant() : late;
        var entries = jdbc.query(
                "select * from projections.break_glass where (outcome is not null) = ? and used_at <= ? and organisation = coalesce(?, organisation)"
                        + " and (?::timestamptz is null or (used_at, access_id) > (?::timestamptz, ?::uuid))"
                        + " order by used_at, access_id limit ?",
                (row, n) -> entry(row, null),
                reviewed,
                usedBefore.atOffset(ZoneOffset.UTC),
                caller.actor().role() == Role.MANAGER ? caller.actor().organisation() : null,
                from == null ? null : from.sqlInstant(),
                from == null ? null : from.sqlInstant(),
                from == null ? null : from.id(),
                limit);
        return Reading.page(
                door.withoutShut(caller.actor(), entries, EmergencyEntry::referralId),
                entries.size(),
                limit,
                "/api/break-glass?reviewed=" + reviewed,
                entries.isEmpty()
                        ? ""
                        : new InstantCursor(
                                        entries.getLast().usedAt(),
                                        entries.getLast().accessId())
                                .text());
    }

    @Override
    public ResponseEntity<EmergencyEntry> emergency(String path) {
        var caller = callers.current();
        gate.admit(caller, Purpose.ACCOUNT_FOR_DECISIONS, "break-glass", Role.DATA_PROTECTION_OFFICER);
        var used = used(path);
        if (!door.shut(caller.actor(), List.of(used.referralId())).isEmpty()) {
            var look = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "break-glass");
            throw door.refused(look, used.referralId(), RefusedBecause.NO_TIE);
        }
        var access = ledger.opened(
                Reading.reader(caller, Purpose.ACCOUNT_FOR_DECISIONS),
                used.referralId(),
                "break-glass",
                "DATA_PROTECTION",
                List.of(),
                List.of(used.reason().about()));
        var reason = reveal.text(access, used.reason());
        var entry = jdbc.query(
                        "select * from projections.break_glass where access_id = ?::uuid",
                        (row, n) -> entry(row, reason),
                        used.accessId().value())
                .getFirst();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(entry);
    }

    private BreakGlassUsed used(String path) {
        return jdbc
                .query(
                        "select used from projections.break_glass where access_id = ?::uuid",
                        (row, n) -> JSON.readValue(row.getString(1), BreakGlassUsed.class),
                        Reading.id(path))
                .stream()
                .findFirst()
                .orElseThrow(Refused::unknown);
    }

    private EmergencyEntry entry(ResultSet row, @Nullable String reason) throws SQLException {
        var usedAt = row.getObject("used_at", OffsetDateTime.class).toInstant();
        var reviewedAt = row.getObject("reviewed_at", OffsetDateTime.class);
        var outcome = row.getString("outcome");
        return new EmergencyEntry(
                row.getString("access_id"),
                new ReferralId(row.getString("referral_id")).value(),
                row.getString("actor_name"),
                Role.valueOf(row.getString("role")),
                row.getString("organisation"),
                usedAt,
                row.getObject("until", OffsetDateTime.class).toInstant(),
                outcome == null ? null : BreakGlassOutcome.valueOf(outcome),
                reviewedAt == null ? null : reviewedAt.toInstant(),
                outcome == null && usedAt.plus(REVIEWED_WITHIN).isBefore(clock.instant()),
                reason);
    }

    @Override
    public ResponseEntity<List<RefusedEmergency>> refusals(@Nullable String after, int asked) {
        var caller = callers.current();
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
                        Role.valueOf(row.getString("role")),
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

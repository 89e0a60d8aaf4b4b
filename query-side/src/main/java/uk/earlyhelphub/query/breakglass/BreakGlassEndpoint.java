package uk.earlyhelphub.query.breakglass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.InstantCursor;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/** Which cases were opened in emergencies, for those who judge it and those who see to it that it is judged. */
@RestController
class BreakGlassEndpoint {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final Duration REVIEWED_WITHIN = Duration.ofDays(5);

    private final AccessLedger ledger;
    private final Reveal reveal;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final RoleGuard gate;
    private final CaseAccess door;

    BreakGlassEndpoint(
            AccessLedger ledger, Reveal reveal, Databases databases, Clock clock, RoleGuard gate, CaseAccess door) {
        this.door = door;
        this.ledger = ledger;
        this.reveal = reveal;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
        this.gate = gate;
    }

    /**
     * One emergency opening.
     *
     * @param escalated nobody reviewed it within five days
     */
    record Entry(
            String accessId,
            String referralId,
            String who,
            String role,
            String organisation,
            Instant usedAt,
            Instant until,
            @Nullable String outcome,
            @Nullable Instant reviewedAt,
            boolean escalated,
            @Nullable String reason) {}

    /**
     * What is to be reviewed, the oldest first. Auditors see what was left lying for more than five days, and managers what of it
     * people of their own organisation opened.
     * Nobody sees what was opened of their own family's: how many entries of a page these are stands in {@code Withheld-Entries}.
     */
    @GetMapping("/api/break-glass")
    ResponseEntity<List<Entry>> entries(
            Caller caller,
            @RequestParam(name = "reviewed", defaultValue = "false") boolean reviewed,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
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
                door.withoutShut(caller.actor(), entries, Entry::referralId),
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

    /** One of them with its reason, for the Data Protection Officer. */
    @GetMapping("/api/break-glass/{access}")
    ResponseEntity<Entry> entry(Caller caller, @PathVariable("access") String path) {
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

    private Entry entry(ResultSet row, @Nullable String reason) throws SQLException {
        var usedAt = row.getObject("used_at", OffsetDateTime.class).toInstant();
        var reviewedAt = row.getObject("reviewed_at", OffsetDateTime.class);
        var outcome = row.getString("outcome");
        return new Entry(
                row.getString("access_id"),
                new ReferralId(row.getString("referral_id")).value(),
                row.getString("actor_name"),
                row.getString("role"),
                row.getString("organisation"),
                usedAt,
                row.getObject("until", OffsetDateTime.class).toInstant(),
                outcome,
                reviewedAt == null ? null : reviewedAt.toInstant(),
                outcome == null && usedAt.plus(REVIEWED_WITHIN).isBefore(clock.instant()),
                reason);
    }
}

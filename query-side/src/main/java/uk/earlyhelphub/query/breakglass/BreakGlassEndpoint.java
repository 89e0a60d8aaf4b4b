package uk.earlyhelphub.query.breakglass;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.DecidedRecord;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.CaseStreams;
import uk.earlyhelphub.query.access.InstantCursor;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/** Opening one case in an emergency, and the Data Protection Officer's review of it. */
@RestController
class BreakGlassEndpoint {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final Duration REVIEWED_WITHIN = Duration.ofDays(5);
    private static final Set<Role> MAY =
            Set.of(Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR, Role.DATA_PROTECTION_OFFICER, Role.INVESTIGATOR);

    private final CaseStreams streams;
    private final CaseAccess door;
    private final EmergencyStreams emergencies;
    private final DecidedRecord acts;
    private final AccessLedger ledger;
    private final Reveal reveal;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final RoleGuard gate;

    BreakGlassEndpoint(
            CaseStreams streams,
            CaseAccess door,
            EmergencyStreams emergencies,
            DecidedRecord acts,
            AccessLedger ledger,
            Reveal reveal,
            Databases databases,
            Clock clock,
            RoleGuard gate) {
        this.streams = streams;
        this.door = door;
        this.emergencies = emergencies;
        this.acts = acts;
        this.ledger = ledger;
        this.reveal = reveal;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
        this.gate = gate;
    }

    /** Why, and for how long. */
    record BreakGlassForm(
            @NotBlank @Size(min = 10, max = 4000) String reason,
            @NotNull @Min(1) @Max(60) Integer minutes) {}

    /** What was opened; the case can be read until then. */
    record Broken(String accessId, Instant until) {}

    @PostMapping(path = "/api/referrals/{id}/break-glass", consumes = "application/json")
    ResponseEntity<Broken> breakGlass(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody BreakGlassForm form) {
        var asked = new CaseAccess.Asked(caller, Purpose.PROTECT, "break-glass");
        var id = door.referral(asked, path);
        if (!MAY.contains(caller.actor().role())) {
            throw door.refused(asked, id, RefusedBecause.NO_TIE);
        }
        var place = acts.once(caller.envelope(Purpose.PROTECT), () -> opening(asked, id, form));
        // Sent again with the same key it is the same opening, which ends when it was to end.
        return ResponseEntity.created(URI.create("/api/referrals/" + id))
                .cacheControl(CacheControl.noStore())
                .body(new Broken(
                        caller.derived("emergency"), emergencies.until(place.id(), place.sequence(), form.minutes())));
    }

    private DecidedRecord.Step opening(CaseAccess.Asked asked, ReferralId id, BreakGlassForm form) {
        var caller = asked.caller();
        var read = emergencies.of(caller.actor().id());
        // Asked before it is known whether there is such a case: the answer must not tell.
        emergencies.requireFree(read, id);
        var found = streams.find(id).orElseThrow(() -> door.refused(asked, id, RefusedBecause.NO_SUCH_RECORD));
        if (AccessPolicy.hasInterest(caller.actor(), streams.facts(found))) {
            throw door.refused(asked, id, RefusedBecause.INTEREST_DECLARED);
        }
        door.requireOpensInEmergency(asked, found);
        if (door.decide(caller.actor(), found)
                .granted()
                .filter(g -> g.right().seesContent() && !g.right().isForAnEmergency())
                .isPresent()) {
            throw Refused.by(EmergencyRule.TIE_EXISTS, "You can open this case already; nothing needs to be broken.");
        }
        var used = ledger.emergency(
                caller.commandId(),
                new AccessId(caller.derived("emergency")),
                id,
                found.state().intake().child(),
                form.reason(),
                form.minutes());
        return new DecidedRecord.Step(read.id(), read.next(), used);
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
                entries,
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

    /** How it was judged, and why. */
    record BreakGlassReviewForm(
            @NotNull BreakGlassOutcome outcome,
            @NotBlank @Size(max = 4000) String note) {}

    @PostMapping(path = "/api/break-glass/{access}/review", consumes = "application/json")
    ResponseEntity<?> review(
            Caller caller, @PathVariable("access") String path, @Valid @RequestBody BreakGlassReviewForm form) {
        gate.admit(caller, Purpose.ACCOUNT_FOR_DECISIONS, "break-glass", Role.DATA_PROTECTION_OFFICER);
        var used = used(path);
        var by = jdbc.queryForObject(
                "select actor from projections.break_glass where access_id = ?::uuid", String.class, path);
        if (caller.actor().id().equals(by)) {
            throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must review what you did.");
        }
        acts.once(caller.envelope(Purpose.ACCOUNT_FOR_DECISIONS), () -> {
            var read = emergencies.with(String.valueOf(by), used.accessId());
            if (read.emergencies()
                    .find(used.accessId())
                    .filter(o -> o.reviewed())
                    .isPresent()) {
                throw Refused.by(CommonRule.ALREADY_REVIEWED, "This was reviewed already.");
            }
            var reviewed = ledger.emergencyReview(caller.commandId(), used, form.outcome(), form.note());
            return new DecidedRecord.Step(read.id(), read.next(), reviewed);
        });
        return ResponseEntity.accepted()
                .location(URI.create("/api/break-glass/" + path))
                .build();
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

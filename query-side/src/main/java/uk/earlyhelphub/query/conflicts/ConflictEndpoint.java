package uk.earlyhelphub.query.conflicts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;
import uk.earlyhelphub.events.recordaccess.ConflictReviewed;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.DecidedRecord;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/** Coming upon the record of somebody close: giving a reason, and having it judged. */
@RestController
class ConflictEndpoint {
    private static final JsonMapper JSON = EventCodec.mapper();

    private final CaseAccess door;
    private final AccessLedger ledger;
    private final DecidedRecord acts;
    private final EventLog log;
    private final Reveal reveal;
    private final JdbcTemplate jdbc;
    private final RoleGuard gate;

    ConflictEndpoint(
            CaseAccess door,
            AccessLedger ledger,
            DecidedRecord acts,
            EventLog log,
            Reveal reveal,
            Databases databases,
            RoleGuard gate) {
        this.door = door;
        this.ledger = ledger;
        this.acts = acts;
        this.log = log;
        this.reveal = reveal;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.gate = gate;
    }

    /** Why the caller opens the record all the same. */
    record ConflictReasonForm(
            @NotBlank @Size(min = 10, max = 4000) String reason) {}

    /** With a reason the case opens for the rest of the day, unless it is one's own or one's family's. */
    @PostMapping(path = "/api/referrals/{id}/conflict-reasons", consumes = "application/json")
    ResponseEntity<Void> reason(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody ConflictReasonForm form) {
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "conflict-reason");
        var id = door.referral(asked, path);
        acts.once(caller.envelope(Purpose.ACCOUNT_FOR_DECISIONS), () -> {
            var close = door.closeness(asked, id);
            var access = new AccessId(caller.derived("conflict-reason"));
            var given = ledger.conflictReason(
                    caller.commandId(),
                    access,
                    id,
                    close.kinds(),
                    close.found().state().intake().child(),
                    form.reason());
            return new DecidedRecord.Step(access.value(), 0, given);
        });
        return ResponseEntity.accepted().build();
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
            @Nullable Instant reviewedAt) {}

    /** The Data Protection Officer's list, the oldest first. */
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
                (row, n) -> entry(
                        row,
                        row.getString("reason") == null
                                ? null
                                : reveal.text(access, JSON.readValue(row.getString("reason"), ProtectedText.class))),
                reviewed,
                from,
                from,
                limit);
        return Reading.page(
                entries,
                limit,
                "/api/conflicts?reviewed=" + reviewed,
                entries.isEmpty() ? "" : entries.getLast().accessId());
    }

    /** How it was judged. */
    record ConflictReviewForm(@NotNull ConflictOutcome outcome) {}

    @PostMapping(path = "/api/conflicts/{access}/review", consumes = "application/json")
    ResponseEntity<Void> review(
            Caller caller, @PathVariable("access") String path, @Valid @RequestBody ConflictReviewForm form) {
        gate.admit(caller, Purpose.ACCOUNT_FOR_DECISIONS, "conflicts", Role.DATA_PROTECTION_OFFICER);
        var found = jdbc
                .query(
                        "select * from projections.conflict where access_id = ?::uuid",
                        (row, n) -> new Object[] {row.getString("actor"), row.getString("referral_id")},
                        Reading.id(path))
                .stream()
                .findFirst()
                .orElseThrow(Refused::unknown);
        if (caller.actor().id().equals(found[0])) {
            throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must review what you did.");
        }
        var referral = found[1] == null ? null : new ReferralId((String) found[1]);
        acts.once(caller.envelope(Purpose.ACCOUNT_FOR_DECISIONS), () -> {
            if (!log.ofAggregate(path, 1).isEmpty()) {
                throw Refused.by(CommonRule.ALREADY_REVIEWED, "This was reviewed already.");
            }
            return new DecidedRecord.Step(path, 1, new ConflictReviewed(new AccessId(path), referral, form.outcome()));
        });
        return ResponseEntity.accepted().build();
    }

    private static Conflict entry(ResultSet row, @Nullable String reason) throws SQLException {
        var reviewedAt = row.getObject("reviewed_at", OffsetDateTime.class);
        return new Conflict(
                row.getString("access_id"),
                row.getString("referral_id"),
                row.getString("view"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getString("actor_name"),
                row.getString("role"),
                row.getString("organisation"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                reason,
                row.getString("outcome"),
                reviewedAt == null ? null : reviewedAt.toInstant());
    }
}

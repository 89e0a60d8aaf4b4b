package uk.earlyhelphub.query.audittrail;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.trail.LookLine;
import uk.earlyhelphub.api.trail.LooksAtMine;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Who has looked at a case, or at anything about a person: one line for each reader and way of looking. */
@RestController
class WhoLookedEndpoint {
    private static final String LOOKS =
            "select actor, envelope ->> 'actorName' as name, envelope ->> 'actorRole' as role,"
                    + " organisation, purpose, type, payload ->> 'view' as view, payload ->> 'relationship' as relationship, count(*) as times,"
                    + " min(recorded_at) as first, max(recorded_at) as last from projections.audit_line"
                    + " where stream = 'RecordAccess' and %s group by 1, 2, 3, 4, 5, 6, 7, 8 order by last desc, actor, type, view";

    private final JdbcTemplate jdbc;
    private final CaseAccess door;
    private final AccessLedger ledger;
    private final RoleGuard gate;

    WhoLookedEndpoint(Databases databases, CaseAccess door, AccessLedger ledger, RoleGuard gate) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.door = door;
        this.ledger = ledger;
        this.gate = gate;
    }

    @GetMapping("/api/referrals/{id}/who-looked")
    ResponseEntity<List<LookLine>> atACase(Caller caller, @PathVariable("id") String path) {
        var look = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "who-looked");
        var id = door.referral(look, path);
        door.open(look, id, AccessRight::seesTheWhole);
        return answer(looks("referral_id = ?::uuid", id.value()));
    }

    /** At any case in which the person is, and every search that found them. */
    @GetMapping("/api/people/{id}/who-looked")
    ResponseEntity<List<LookLine>> atAPerson(Caller caller, @PathVariable("id") String path) {
        gate.admit(caller, Purpose.EXERCISE_RIGHTS, "who-looked", Role.DATA_PROTECTION_OFFICER, Role.AUDITOR);
        var id = Reading.id(path);
        ledger.searched(
                Reading.reader(caller, Purpose.EXERCISE_RIGHTS), List.of("who-looked"), List.of(new PersonId(id)));
        return answer(looks(
                "(mentions @> array[?::uuid] or referral_id in (select distinct referral_id from projections.audit_line"
                        + " where stream = 'Referral' and mentions @> array[?::uuid]))" + FamilyLooks.AT_THE_PERSON,
                id,
                id,
                id));
    }

    /** A family member's own view: who looked at any case in which they are, by office, never by name. */
    @GetMapping("/api/my-record/who-looked")
    ResponseEntity<LooksAtMine> atMine(Caller caller) {
        gate.admit(caller, Purpose.EXERCISE_RIGHTS, "my-record", Role.FAMILY);
        var person = caller.person();
        if (person == null) {
            throw Refused.unknown();
        }
        var id = Reading.id(person);
        ledger.searched(
                Reading.reader(caller, Purpose.EXERCISE_RIGHTS), List.of("my-record"), List.of(new PersonId(id)));
        var mine = looks(
                        "referral_id in (select distinct referral_id from projections.audit_line"
                                + " where type = 'Referral.PersonAdded' and payload ->> 'personId' = ? and mentions @> array[?::uuid])"
                                + FamilyLooks.AT_THE_PERSON,
                        id,
                        id,
                        id)
                .stream()
                .map(FamilyLooks::told)
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new LooksAtMine(mine, FamilyLooks.WITHHELD));
    }

    private List<LookLine> looks(String condition, Object... values) {
        return jdbc.query(
                LOOKS.formatted(condition),
                (row, n) -> new LookLine(
                        row.getString("actor"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getString("organisation"),
                        row.getString("purpose"),
                        row.getString("type"),
                        row.getString("view"),
                        row.getString("relationship"),
                        row.getLong("times"),
                        row.getObject("first", OffsetDateTime.class).toInstant(),
                        row.getObject("last", OffsetDateTime.class).toInstant()),
                values);
    }

    private static ResponseEntity<List<LookLine>> answer(List<LookLine> looks) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(looks);
    }
}

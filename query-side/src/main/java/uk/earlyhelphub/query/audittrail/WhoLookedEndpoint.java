package uk.earlyhelphub.query.audittrail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.trail.LookLine;
import uk.earlyhelphub.api.trail.LooksAtMine;
import uk.earlyhelphub.api.trail.WhoLookedApi;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Who has looked at a case, or at anything about a person: one line for each reader and way of looking. */
@RestController
class WhoLookedEndpoint implements WhoLookedApi {
    private final Looks looks;
    private final CaseAccess door;
    private final AccessLedger ledger;
    private final RoleGuard gate;
    private final Callers callers;

    WhoLookedEndpoint(Databases databases, CaseAccess door, AccessLedger ledger, RoleGuard gate, Callers callers) {
        this.callers = callers;
        this.looks = new Looks(databases.projector());
        this.door = door;
        this.ledger = ledger;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<List<LookLine>> atCase(String path, @Nullable String after, int asked) {
        var page = Looks.page(after, Reading.limit(asked));
        var caller = callers.current();
        var look = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "who-looked");
        var id = door.referral(look, path);
        door.open(look, id, AccessRight::seesTheWhole);
        return answer(
                looks.of(page, "referral_id = ?::uuid", id.value()), page, "/api/referrals/" + id + "/who-looked");
    }

    @Override
    public ResponseEntity<List<LookLine>> atPerson(String path, @Nullable String after, int asked) {
        var page = Looks.page(after, Reading.limit(asked));
        var caller = callers.current();
        gate.admit(caller, Purpose.EXERCISE_RIGHTS, "who-looked", Role.DATA_PROTECTION_OFFICER, Role.AUDITOR);
        var id = Reading.id(path);
        if (!door.shut(caller.actor(), looks.casesOf(id)).isEmpty()) {
            var look = new CaseAccess.Asked(caller, Purpose.EXERCISE_RIGHTS, "who-looked");
            throw door.refused(look, null, RefusedBecause.NO_TIE);
        }
        ledger.searched(
                Reading.reader(caller, Purpose.EXERCISE_RIGHTS), List.of("who-looked"), List.of(new PersonId(id)));
        return answer(
                looks.of(
                        page,
                        "(mentions @> array[?::uuid] or referral_id in (select distinct referral_id from projections.audit_line"
                                + " where stream = 'Referral' and mentions @> array[?::uuid]))"
                                + FamilyLooks.AT_THE_PERSON,
                        id,
                        id,
                        id),
                page,
                "/api/people/" + id + "/who-looked");
    }

    @Override
    public ResponseEntity<LooksAtMine> atMine(@Nullable String after, int asked) {
        var page = Looks.page(after, Reading.limit(asked));
        var caller = callers.current();
        gate.admitToAddress(caller, Purpose.EXERCISE_RIGHTS, "my-record", Role.FAMILY);
        var person = caller.person();
        if (person == null) {
            throw Refused.unknown();
        }
        var id = Reading.id(person);
        ledger.searched(
                Reading.reader(caller, Purpose.EXERCISE_RIGHTS), List.of("my-record"), List.of(new PersonId(id)));
        var found = looks.of(
                page,
                "referral_id in (select distinct referral_id from projections.audit_line"
                        + " where type = 'Referral.PersonAdded' and payload ->> 'personId' = ? and mentions @> array[?::uuid])"
                        + FamilyLooks.AT_THE_PERSON,
                id,
                id,
                id);
        var mine = found.stream().map(Looks.Kept::line).map(FamilyLooks::told).toList();
        return linked(found, page, "/api/my-record/who-looked").body(new LooksAtMine(mine, FamilyLooks.WITHHELD));
    }

    private static ResponseEntity<List<LookLine>> answer(List<Looks.Kept> found, Looks.Page page, String path) {
        return linked(found, page, path)
                .body(found.stream().map(Looks.Kept::line).toList());
    }

    private static ResponseEntity.BodyBuilder linked(List<Looks.Kept> found, Looks.Page page, String path) {
        return Reading.linked(
                found.size() == page.limit(),
                page.limit(),
                path,
                found.isEmpty() ? "" : found.getLast().cursor());
    }
}

package uk.earlyhelphub.query.sharingregister;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.SharingPurpose;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;
import uk.earlyhelphub.query.fold.FoldedCases;

/** The register for those who answer for sharing, and the view of a recipient on what was shared with it. */
@RestController
class SharingRegisterEndpoint {
    private static final JsonMapper JSON = EventCodec.mapper();
    private final JdbcTemplate jdbc;
    private final AccessLedger ledger;
    private final Reveal reveal;
    private final Clock clock;
    private final Vault vault;
    private final CaseAccess door;
    private final RoleGuard gate;

    SharingRegisterEndpoint(
            Databases databases,
            AccessLedger ledger,
            CaseAccess door,
            Reveal reveal,
            Clock clock,
            Vault vault,
            RoleGuard gate) {
        this.door = door;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.ledger = ledger;
        this.reveal = reveal;
        this.clock = clock;
        this.vault = vault;
        this.gate = gate;
    }

    /** One sharing, without content. */
    record Entry(
            String sharingId,
            String referralId,
            String recipient,
            List<InformationCategory> categories,
            List<String> fields,
            SharingPurpose purpose,
            LawfulBasis basis,
            LocalDate sharedOn,
            LocalDate accessUntil,
            @Nullable LocalDate endedOn,
            boolean open,
            boolean recalled,
            boolean acknowledged) {}

    /** A page of the register. */
    record Register(List<Entry> entries, @Nullable String next) {}

    @GetMapping("/api/sharing-register")
    Register register(
            Caller caller,
            @RequestParam(name = "recipient", required = false) @Nullable Agency recipient,
            @RequestParam(name = "referral", required = false) @Nullable String referral,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
        gate.admit(
                caller,
                Purpose.SHARE,
                "sharing-register",
                Role.CASEWORKER,
                Role.MANAGER,
                Role.HUB_CHAIR,
                Role.DATA_PROTECTION_OFFICER,
                Role.INVESTIGATOR,
                Role.AUDITOR);
        var everywhere = List.of(Role.DATA_PROTECTION_OFFICER, Role.INVESTIGATOR, Role.AUDITOR)
                .contains(caller.actor().role());
        var limit = Reading.limit(asked);
        var team = everywhere ? null : String.valueOf(caller.actor().team());
        var name = recipient == null ? null : recipient.name();
        var onCase = referral == null ? null : Reading.id(referral);
        var from = after == null ? null : Reading.id(after);
        var entries = jdbc.query(
                "select * from projections.sharing where (?::text is null or team = ?) and (?::text is null or recipient = ?)"
                        + " and (?::uuid is null or referral_id = ?::uuid) and (?::uuid is null or sharing_id > ?::uuid) order by sharing_id limit ?",
                (row, n) -> entry(row),
                team,
                team,
                name,
                name,
                onCase,
                onCase,
                from,
                from,
                limit);
        return new Register(
                entries, entries.size() < limit ? null : entries.getLast().sharingId());
    }

    @GetMapping("/api/shared-with-me")
    Register sharedWithMe(Caller caller, @RequestParam(name = "limit", defaultValue = "50") int asked) {
        gate.admit(caller, Purpose.SHARE, "shared-with-me", Role.PARTNER_AGENCY);
        var today = today();
        var entries = jdbc.query(
                "select * from projections.sharing where recipient = ? and ended_on is null and access_until >= ? order by shared_on desc, sharing_id limit ?",
                (row, n) -> entry(row),
                caller.actor().organisation(),
                Date.valueOf(today),
                Reading.limit(asked));
        return new Register(entries, null);
    }

    /** Only the shared fields of the shared people, and only while the recipient may read them. */
    @GetMapping("/api/shared-with-me/{sharing}")
    ResponseEntity<JsonNode> shared(Caller caller, @PathVariable("sharing") String path) {
        var asked = new CaseAccess.Asked(caller, Purpose.SHARE, "shared");
        var id = door.referral(asked, path).value();
        var found = jdbc.query(
                "select c.state from projections.sharing s join projections.sharing_case c using (referral_id)"
                        + " where s.sharing_id = ?::uuid",
                (row, n) -> FoldedCases.read(row.getString(1)),
                id);
        var shared =
                found.stream().findFirst().flatMap(state -> state.sharings().find(new SharingId(id)));
        if (shared.isEmpty()) {
            throw door.refused(asked, null, RefusedBecause.NO_SUCH_RECORD);
        }
        var sharing = shared.get();
        var referral = sharing.data().referralId();
        if (caller.actor().role() != Role.PARTNER_AGENCY
                || !sharing.data().recipient().name().equals(caller.actor().organisation())) {
            throw door.refused(asked, referral, RefusedBecause.NO_TIE);
        }
        if (!found.getFirst().mayStillRead(sharing, today())
                || restsOnParentOfAdult(found.getFirst(), sharing.data())) {
            throw door.refused(asked, referral, RefusedBecause.ACCESS_ENDED);
        }
        var data = sharing.data();
        var access = ledger.opened(
                Reading.reader(caller, Purpose.SHARE),
                data.referralId(),
                "shared",
                "RECIPIENT",
                data.categories(),
                data.people());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(content(found.getFirst(), data, access));
    }

    /** On the 18th birthday a parent's consent ends, also before anybody has recorded it (R12). */
    private boolean restsOnParentOfAdult(ReferralState state, DataShared data) {
        return data.basis() == LawfulBasis.CONSENT
                && data.people().stream()
                        .anyMatch(person -> vault.isAdult(person, today())
                                && state.consents()
                                        .latest(person, ConsentPurpose.SHARE_WITH_AGENCIES)
                                        .filter(c -> c.restsOnParent())
                                        .isPresent());
    }

    private JsonNode content(ReferralState state, DataShared data, LoggedAccess access) {
        var view = JSON.createObjectNode();
        view.put("sharingId", data.sharingId().value());
        view.put("purpose", data.purpose().name());
        view.put("accessUntil", data.accessUntil().toString());
        var people = view.putArray("people");
        state.household().people().stream()
                .filter(p -> data.people().contains(p.personId()))
                .forEach(p -> people.add(person(p, data, access)));
        if (data.fields().contains("information")) {
            var shared = state.household().information().stream()
                    .filter(i -> data.people().contains(i.personId())
                            && data.categories().contains(i.category()))
                    .toList();
            view.set("information", reveal.tree(access, shared));
        }
        return view;
    }

    private JsonNode person(Household.Person person, DataShared data, LoggedAccess access) {
        var sealed = JSON.valueToTree(person.added());
        var kept = JSON.createObjectNode();
        kept.put("personId", person.personId().value());
        if (data.categories().contains(InformationCategory.IDENTIFIERS_AND_CONTACTS)) {
            for (var field : data.fields()) {
                var value = sealed.get(field);
                if (value != null) {
                    kept.set(field, reveal.tree(access, value));
                }
            }
            for (var correction : person.corrections()) {
                if (data.fields().contains(correction.field())) {
                    kept.set(correction.field(), reveal.tree(access, correction.now()));
                }
            }
        }
        return kept;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var data = JSON.readValue(row.getString("shared"), DataShared.class);
        var ended = row.getDate("ended_on");
        return new Entry(
                data.sharingId().value(),
                data.referralId().value(),
                data.recipient().name(),
                data.categories(),
                data.fields(),
                data.purpose(),
                data.basis(),
                data.sharedOn(),
                data.accessUntil(),
                ended == null ? null : ended.toLocalDate(),
                ended == null && !today().isAfter(data.accessUntil()),
                row.getString("recalled") != null,
                row.getString("acknowledged") != null);
    }
}

package uk.earlyhelphub.query.sharingregister;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.sharing.SharedView;
import uk.earlyhelphub.api.sharing.SharingPage;
import uk.earlyhelphub.api.sharing.SharingPage.SharingEntry;
import uk.earlyhelphub.api.sharing.SharingRegisterApi;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.model.access.AccessPolicy;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.access.CaseFacts;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.CaseStreams;
import uk.earlyhelphub.query.access.DayCursor;
import uk.earlyhelphub.query.access.Readers;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/** The register for those who answer for sharing, and the view of a recipient on what was shared with it. */
@RestController
class SharingRegisterEndpoint implements SharingRegisterApi {
    private static final JsonMapper JSON = EventCodec.mapper();

    private final JdbcTemplate jdbc;
    private final Reveal reveal;
    private final CaseStreams streams;
    private final Readers readers;
    private final CaseAccess door;
    private final RoleGuard gate;
    private final Callers callers;

    SharingRegisterEndpoint(
            Databases databases,
            CaseAccess door,
            CaseStreams streams,
            Readers readers,
            Reveal reveal,
            RoleGuard gate,
            Callers callers) {
        this.callers = callers;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.door = door;
        this.streams = streams;
        this.readers = readers;
        this.reveal = reveal;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<SharingPage> register(
            @Nullable Agency recipient, @Nullable String referral, @Nullable String after, int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var from = Reading.cursor(after);
        gate.admitToList(
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
        var team = everywhere ? null : String.valueOf(caller.actor().team());
        var name = recipient == null ? null : recipient.name();
        var onCase = referral == null ? null : Reading.id(referral);
        var rows = jdbc.query(
                "select * from projections.sharing where (?::text is null or team = ?) and (?::text is null or recipient = ?)"
                        + " and (?::uuid is null or referral_id = ?::uuid) and (?::uuid is null or sharing_id > ?::uuid) order by sharing_id limit ?",
                (row, n) -> row(row),
                team,
                team,
                name,
                name,
                onCase,
                onCase,
                from,
                from,
                limit);
        var facts = facts(rows);
        var shown = door
                .visible(
                        caller.actor(),
                        rows.stream()
                                .map(r -> r.shared().referralId())
                                .distinct()
                                .toList(),
                        AccessRight::seesTheWhole)
                .stream()
                .map(CaseStreams.Case::id)
                .collect(Collectors.toSet());
        var entries = rows.stream()
                .filter(r -> shown.contains(r.shared().referralId()))
                .map(r -> r.entry(isOpen(r.shared(), facts)))
                .toList();
        return page(
                entries,
                rows.size() < limit ? null : rows.getLast().shared().sharingId().value());
    }

    @Override
    public ResponseEntity<SharingPage> sharedWithMe(@Nullable String after, int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var from = DayCursor.of(after);
        gate.admitToList(caller, Purpose.SHARE, "shared-with-me", Role.PARTNER_AGENCY);
        var rows = jdbc.query(
                "select * from projections.sharing where recipient = ? and (?::date is null or (shared_on, sharing_id) <"
                        + " (?::date, ?::uuid))"
                        + " order by shared_on desc, sharing_id desc limit ?",
                (row, n) -> row(row),
                caller.actor().organisation(),
                from == null ? null : from.sqlDay(),
                from == null ? null : from.sqlDay(),
                from == null ? null : from.id(),
                limit);
        var facts = facts(rows);
        // Of the whole household: a bar counts over everybody of the case, whoever of them it was that something was
        // shared about.
        var people = facts.values().stream()
                .flatMap(one -> AccessPolicy.everybodyConcerned(one).stream())
                .collect(Collectors.toSet());
        var reader = readers.now(caller.actor(), people);
        var mine = rows.stream()
                .map(r -> r.entry(isMine(reader, r.shared(), facts)))
                .filter(e -> e.open() || e.recalled() && !e.acknowledged())
                .toList();
        var next = rows.size() < limit ? null : cursor(rows.getLast().shared()).text();
        return page(mine, next);
    }

    private static boolean isMine(Readers.Known reader, DataShared shared, Map<ReferralId, CaseFacts> facts) {
        var one = facts.get(shared.referralId());
        return one != null
                && AccessPolicy.decideSharedInList(reader.on(shared.referralId()), one, shared.sharingId())
                        .granted()
                        .isPresent();
    }

    private static boolean isOpen(DataShared shared, Map<ReferralId, CaseFacts> facts) {
        var one = facts.get(shared.referralId());
        return one != null
                && one.state()
                        .sharings()
                        .find(shared.sharingId())
                        .filter(s -> AccessPolicy.mayStillRead(s, one))
                        .isPresent();
    }

    private Map<ReferralId, CaseFacts> facts(List<Row> rows) {
        var ids = rows.stream().map(r -> r.shared().referralId()).collect(Collectors.toCollection(LinkedHashSet::new));
        return streams.facts(streams.find(ids).values());
    }

    private static DayCursor cursor(DataShared shared) {
        return new DayCursor(shared.sharedOn(), shared.sharingId().value());
    }

    private static ResponseEntity<SharingPage> page(List<SharingEntry> entries, @Nullable String next) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SharingPage(entries, next));
    }

    @Override
    public ResponseEntity<SharedView> shared(String path) {
        var caller = callers.current();
        var asked = new CaseAccess.Asked(caller, Purpose.SHARE, "shared");
        var id = new SharingId(door.referral(asked, path).value());
        var referral =
                streams.ofSharing(id).orElseThrow(() -> door.refused(asked, null, RefusedBecause.NO_SUCH_RECORD));
        var opened = door.openShared(asked, referral, id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SharedCopy(reveal, opened.access()).of(id, opened.history()));
    }

    private record Row(DataShared shared, @Nullable LocalDate endedOn, boolean recalled, boolean acknowledged) {
        SharingEntry entry(boolean open) {
            return new SharingEntry(
                    shared.sharingId().value(),
                    shared.referralId().value(),
                    shared.recipient(),
                    shared.categories(),
                    shared.fields(),
                    shared.purpose(),
                    shared.basis(),
                    shared.sharedOn(),
                    shared.accessUntil(),
                    endedOn,
                    open,
                    recalled,
                    acknowledged);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var ended = row.getDate("ended_on");
        return new Row(
                JSON.readValue(row.getString("shared"), DataShared.class),
                ended == null ? null : ended.toLocalDate(),
                row.getString("recalled") != null,
                row.getString("acknowledged") != null);
    }
}

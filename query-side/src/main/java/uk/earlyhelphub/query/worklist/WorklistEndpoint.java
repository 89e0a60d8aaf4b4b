package uk.earlyhelphub.query.worklist;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.worklist.WorklistApi;
import uk.earlyhelphub.api.worklist.WorklistPage;
import uk.earlyhelphub.api.worklist.WorklistPage.WorklistEntry;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.ReadingRule;
import uk.earlyhelphub.query.access.RoleGuard;
import uk.earlyhelphub.query.personsearch.EarlierReferrals;

/** The queue of a team: the oldest first, with what each case still needs. It shows no name, so that looking at it opens no record. */
@RestController
class WorklistEndpoint implements WorklistApi {
    /** So many of the queue are read at once. */
    private static final int READ = 100;

    private final JdbcTemplate jdbc;
    private final CaseAccess door;
    private final Vault vault;
    private final Clock clock;
    private final EarlierReferrals earlier;
    private final RoleGuard gate;
    private final Callers callers;

    WorklistEndpoint(
            Databases databases,
            CaseAccess door,
            Vault vault,
            Clock clock,
            EarlierReferrals earlier,
            RoleGuard gate,
            Callers callers) {
        this.callers = callers;
        this.earlier = earlier;
        this.door = door;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.vault = vault;
        this.clock = clock;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<WorklistPage> worklist(
            @Nullable ReferralStatus status,
            @Nullable String area,
            @Nullable LevelOfNeed level,
            @Nullable Boolean immediateRisk,
            @Nullable Boolean reReferral,
            @Nullable String needs,
            @Nullable String after,
            int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var cursor = cursor(after);
        gate.admitToList(caller, Purpose.CLARIFY_REFERRAL, "worklist", Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR);
        Predicate<WorklistEntry> wanted = entry -> (status == null || entry.status() == status)
                && (level == null || entry.level() == level)
                && (immediateRisk == null || entry.immediateRisk() == immediateRisk)
                && (reReferral == null || entry.reReferral() == reReferral)
                && (needs == null || entry.needs().contains(needs));
        var entries = new ArrayList<WorklistEntry>();
        while (true) {
            var rows = rows(caller, status == ReferralStatus.CLOSED, area, cursor);
            for (var row : rows.entries()) {
                if (wanted.test(row)) {
                    entries.add(row);
                }
                if (entries.size() == limit) {
                    return answer(entries, new Cursor(row.receivedOn(), row.id()).text());
                }
            }
            if (rows.end()) {
                return answer(entries, null);
            }
            cursor = rows.last();
        }
    }

    private static ResponseEntity<WorklistPage> answer(List<WorklistEntry> entries, @Nullable String next) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new WorklistPage(entries, next));
    }

    private record Cursor(LocalDate receivedOn, String id) {
        String text() {
            return receivedOn + "_" + id;
        }
    }

    private static Cursor cursor(@Nullable String after) {
        if (after == null) {
            return new Cursor(LocalDate.of(1900, 1, 1), "00000000-0000-0000-0000-000000000000");
        }
        if (!after.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}") || !RecordId.isCanonical(after.substring(11))) {
            throw Refused.by(ReadingRule.BAD_CURSOR, "after", "Send the value of \"next\" from the page before.");
        }
        return new Cursor(date(after.substring(0, 10)), after.substring(11));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw Refused.by(ReadingRule.BAD_CURSOR, "after", "Send the value of \"next\" from the page before.");
        }
    }

    private Rows rows(Caller caller, boolean closed, @Nullable String area, Cursor cursor) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        var candidates = jdbc.query(
                "select referral_id::text, received_on from projections.worklist where team = ? and closed = ?"
                        + " and (received_on, referral_id) > (?, ?::uuid) and (?::text is null or area = ?)"
                        + " order by received_on, referral_id limit " + READ,
                (row, n) -> Map.entry(
                        new ReferralId(row.getString(1)), row.getDate(2).toLocalDate()),
                caller.actor().team(),
                closed,
                Date.valueOf(cursor.receivedOn()),
                cursor.id(),
                area,
                area);
        // The queue finds them; whether they may be shown, and how they stand, their own events say.
        var cases = door.visible(
                caller.actor(), candidates.stream().map(Map.Entry::getKey).toList(), AccessRight::seesTheWhole);
        var before = earlier.of(cases.stream().map(c -> c.id().value()).toList());
        var entries = cases.stream()
                .filter(c -> closed == (c.state().ending().closed() != null))
                .map(c -> entry(c.id().value(), c.state(), before.containsKey(c.id().value()), today))
                .toList();
        var last = candidates.isEmpty() ? cursor : cursor(candidates.getLast());
        return new Rows(entries, last, candidates.size() < READ);
    }

    private static Cursor cursor(Map.Entry<ReferralId, LocalDate> candidate) {
        return new Cursor(candidate.getValue(), candidate.getKey().value());
    }

    /** A stretch of the queue: what may be shown of it, where it ended, and whether the queue did, too. */
    private record Rows(List<WorklistEntry> entries, Cursor last, boolean end) {}

    private WorklistEntry entry(String id, ReferralState state, boolean reReferral, LocalDate today) {
        var arrival = state.intake().arrival();
        var coverage = new ConsentCoverage(state, vault::ageOn);
        var withReferrer = state.intake().daysWithReferrer(today);
        return new WorklistEntry(
                id,
                arrival.reference(),
                coverage.status(today),
                arrival.area(),
                state.intake().level(),
                arrival.immediateRisk(),
                reReferral,
                arrival.receivedOn(),
                ChronoUnit.DAYS.between(arrival.receivedOn(), today) - withReferrer,
                withReferrer,
                coverage.neededBeforeHub(today));
    }
}

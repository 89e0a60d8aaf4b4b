package uk.earlyhelphub.query.worklist;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.ids.RecordId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.model.referral.NeededBeforeHub;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.EarlierReferrals;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;
import uk.earlyhelphub.query.fold.FoldedCases;

/** The queue of a team: the oldest first, with what each case still needs. It shows no name, so that looking at it opens no record. */
@RestController
class WorklistEndpoint {
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final EarlierReferrals earlier;
    private final RoleGuard gate;

    WorklistEndpoint(Databases databases, Clock clock, EarlierReferrals earlier, RoleGuard gate) {
        this.earlier = earlier;
        this.jdbc = new JdbcTemplate(databases.projector());
        this.clock = clock;
        this.gate = gate;
    }

    /**
     * One case in the queue.
     *
     * @param daysWaiting days since it arrived, less those it spent with the referrer
     * @param reReferral whether the same team had a referral about one of these people in the twelve months before
     * @param daysWithReferrer days it spent waiting for the referrer
     */
    record Entry(
            String id,
            String reference,
            ReferralStatus status,
            String area,
            @Nullable LevelOfNeed level,
            boolean immediateRisk,
            boolean reReferral,
            LocalDate receivedOn,
            long daysWaiting,
            long daysWithReferrer,
            List<String> needs) {}

    /** A page; {@code next} continues it. */
    record Page(List<Entry> entries, @Nullable String next) {}

    @GetMapping("/api/worklist")
    Page worklist(
            Caller caller,
            @RequestParam(name = "status", required = false) @Nullable ReferralStatus status,
            @RequestParam(name = "area", required = false) @Nullable String area,
            @RequestParam(name = "level", required = false) @Nullable LevelOfNeed level,
            @RequestParam(name = "immediateRisk", required = false) @Nullable Boolean immediateRisk,
            @RequestParam(name = "reReferral", required = false) @Nullable Boolean reReferral,
            @RequestParam(name = "needs", required = false) @Nullable String needs,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
        gate.admit(caller, Purpose.CLARIFY_REFERRAL, "worklist", Role.CASEWORKER, Role.MANAGER, Role.HUB_CHAIR);
        var limit = Reading.limit(asked);
        var cursor = cursor(after);
        Predicate<Entry> wanted = entry -> (status == null || entry.status() == status)
                && (level == null || entry.level() == level)
                && (immediateRisk == null || entry.immediateRisk() == immediateRisk)
                && (reReferral == null || entry.reReferral() == reReferral)
                && (needs == null || entry.needs().contains(needs));
        var entries = new ArrayList<Entry>();
        while (entries.size() < limit) {
            var rows = rows(caller, status == ReferralStatus.CLOSED, area, cursor);
            for (var row : rows) {
                cursor = new Cursor(row.receivedOn(), row.id());
                if (wanted.test(row) && entries.size() < limit) {
                    entries.add(row);
                }
                if (entries.size() == limit) {
                    return new Page(entries, cursor.text());
                }
            }
            if (rows.size() < 100) {
                break;
            }
        }
        return new Page(entries, null);
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
            throw Refused.invalid("after", "bad-cursor", "Send the value of \"next\" from the page before.");
        }
        return new Cursor(LocalDate.parse(after.substring(0, 10)), after.substring(11));
    }

    private List<Entry> rows(Caller caller, boolean closed, @Nullable String area, Cursor cursor) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        var cases = jdbc.query(
                "select referral_id::text, state from projections.worklist where team = ? and closed = ?"
                        + " and (received_on, referral_id) > (?, ?::uuid) and (?::text is null or area = ?)"
                        + " order by received_on, referral_id limit 100",
                (row, n) -> Map.entry(row.getString(1), FoldedCases.read(row.getString(2))),
                caller.actor().team(),
                closed,
                Date.valueOf(cursor.receivedOn()),
                cursor.id(),
                area,
                area);
        var before = earlier.of(cases.stream().map(Map.Entry::getKey).toList());
        return cases.stream()
                .map(c -> entry(c.getKey(), c.getValue(), before.containsKey(c.getKey()), today))
                .toList();
    }

    private static Entry entry(String id, ReferralState state, boolean reReferral, LocalDate today) {
        var arrival = state.intake().arrival();
        var withReferrer = state.intake().daysWithReferrer(today);
        return new Entry(
                id,
                arrival.reference(),
                state.status(today),
                arrival.area(),
                state.intake().level(),
                arrival.immediateRisk(),
                reReferral,
                arrival.receivedOn(),
                ChronoUnit.DAYS.between(arrival.receivedOn(), today) - withReferrer,
                withReferrer,
                NeededBeforeHub.of(state, today));
    }
}

package uk.earlyhelphub.query.audittrail;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.trail.TrailApi;
import uk.earlyhelphub.api.trail.TrailPage;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.access.RoleGuard;

/**
 * The account: one line of plain English for everything that happened, oldest first unless asked
 * otherwise, of one case or of all. What is about a case that
 * is shut to an officer for good is not among it; how much of a page of the
 * whole trail that is stands in {@code Withheld-Entries}, of a narrowed one nothing is said.
 */
@RestController
class AuditTrailEndpoint implements TrailApi {
    private final TrailLines lines;
    private final CaseAccess door;
    private final Reveal reveal;
    private final AccessLedger ledger;
    private final RoleGuard gate;
    private final Callers callers;

    AuditTrailEndpoint(
            TrailLines lines, CaseAccess door, Reveal reveal, AccessLedger ledger, RoleGuard gate, Callers callers) {
        this.callers = callers;
        this.lines = lines;
        this.door = door;
        this.reveal = reveal;
        this.ledger = ledger;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<TrailPage> ofCase(String path, @Nullable String after, int asked) {
        var caller = callers.current();
        var limit = Reading.limit(asked);
        var from = TrailLines.cursor(after);
        var look = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "audittrail");
        var id = door.referral(look, path);
        var opened = door.open(look, id, AccessRight::seesTheWhole);
        var page = lines.page(TrailFilter.ofCase(id.value()), from, limit);
        Function<ProtectedText, String> show =
                text -> opened.right().seesContent() ? reveal.text(opened.access(), text) : "[sealed]";
        return answer(page, page, 0, limit, Narrator.ofCase(opened.state(), lines.colleagues(), show));
    }

    @Override
    public ResponseEntity<TrailPage> everything(
            @Nullable String referral,
            @Nullable String person,
            @Nullable String actor,
            @Nullable String organisation,
            @Nullable String type,
            @Nullable Purpose purpose,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String correlation,
            @Nullable String name,
            @Nullable Role role,
            TrailOrder order,
            @Nullable String after,
            int asked) {
        var caller = callers.current();
        gate.admitToAddress(caller, Purpose.AUDIT, "trail", Role.AUDITOR, Role.DATA_PROTECTION_OFFICER);
        var limit = Reading.limit(asked);
        var begin = TrailLines.cursor(after);
        var newestFirst = order == TrailOrder.NEWEST_FIRST;
        var filter = new TrailFilter(
                        referral, person, actor, organisation, type, purpose, from, to, correlation, name, role)
                .checked();
        ledger.searched(
                Reading.reader(caller, Purpose.AUDIT),
                filter.onRecord(),
                filter.person() == null ? List.of() : List.of(new PersonId(filter.person())));
        var page = newestFirst
                ? lines.newest(filter, after == null ? null : begin, limit)
                : lines.page(filter, begin, limit);
        var shown = door.withoutShut(caller.actor(), page, TrailLines.Line::referralId);
        // Of a trail that was narrowed down the number would tell what happened in the case, by whom and when.
        var told = filter.equals(TrailFilter.everything()) ? page : shown;
        return answer(page, shown, told.size() - shown.size(), limit, Narrator.ofSkeletons(lines.colleagues()));
    }

    private ResponseEntity<TrailPage> answer(
            List<TrailLines.Line> page, List<TrailLines.Line> shown, int withheld, int limit, Narrator narrator) {
        var entries = shown.stream().map(line -> lines.entry(line, narrator)).toList();
        var next = page.size() < limit ? null : page.getLast().position().toString();
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        if (withheld > 0) {
            answer.header(Reading.WITHHELD, Integer.toString(withheld));
        }
        return answer.body(new TrailPage(entries, next));
    }
}

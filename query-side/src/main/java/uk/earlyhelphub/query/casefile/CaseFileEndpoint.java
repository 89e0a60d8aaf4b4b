package uk.earlyhelphub.query.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.casefile.CaseFileApi;
import uk.earlyhelphub.api.casefile.CaseView;
import uk.earlyhelphub.api.casefile.EarlierReferral;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.personsearch.EarlierReferrals;

/** The state of one case, for those who have to do with it. */
@RestController
class CaseFileEndpoint implements CaseFileApi {
    private final CaseAccess door;
    private final Reveal reveal;
    private final Clock clock;
    private final EarlierReferrals earlier;
    private final PastCases past;
    private final Callers callers;

    CaseFileEndpoint(
            CaseAccess door, Reveal reveal, Clock clock, EarlierReferrals earlier, PastCases past, Callers callers) {
        this.callers = callers;
        this.past = past;
        this.earlier = earlier;
        this.door = door;
        this.reveal = reveal;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<CaseView> caseFile(String path, @Nullable Long version, @Nullable Instant asAt) {
        var caller = callers.current();
        return asAt == null ? now(caller, path, version) : then(caller, path, asAt);
    }

    private ResponseEntity<CaseView> then(Caller caller, String path, Instant asAt) {
        past.notAhead(asAt, "asAt");
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "casefile-as-at");
        var id = door.referral(asked, path);
        var opened = door.open(asked, id, AccessRight::seesTheWhole);
        var state = PastCases.asKnownAt(opened.history(), asAt, "asAt");
        var day = LocalDate.ofInstant(asAt, ZoneId.of("Europe/London"));
        var body = views(opened).then(id, state, day, asAt);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private ResponseEntity<CaseView> now(Caller caller, String path, @Nullable Long version) {
        var asked = new CaseAccess.Asked(caller, Purpose.CLARIFY_REFERRAL, "casefile");
        var id = door.referral(asked, path);
        var opened = door.open(asked, id, AccessRight::opensTheCase);
        requireThere(opened.state().version(), version);
        var state = opened.state();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        var body = views(opened).now(id, state, today, opened.right() == AccessRight.TEAM ? earlier(opened) : null);
        return ResponseEntity.ok()
                .eTag(Long.toString(state.version()))
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private CaseViews views(CaseAccess.Opened opened) {
        return new CaseViews(
                opened.right(),
                opened.scope(),
                opened.reader().organisation(),
                opened.facts().ages(),
                text -> reveal.text(opened.access(), text));
    }

    /** The team's earlier referrals of the family, as far as the reader may open them: their own events say so. */
    private List<EarlierReferral> earlier(CaseAccess.Opened opened) {
        var id = opened.id().value();
        var before = earlier.of(List.of(id)).getOrDefault(id, List.of());
        var visible = door
                .visible(
                        opened.reader(),
                        before.stream().map(e -> new ReferralId(e.id())).toList(),
                        AccessRight::seesTheWhole)
                .stream()
                .map(c -> c.id().value())
                .toList();
        return before.stream().filter(e -> visible.contains(e.id())).toList();
    }

    /** Whoever names the version that their command led to wants to see it done, and not what was before. */
    private static void requireThere(long version, @Nullable Long atLeast) {
        if (atLeast != null && version < atLeast) {
            throw Refused.by(
                    CaseFileRule.NOT_THERE_YET, "The case has no such version; the newest is " + version + ".");
        }
    }
}

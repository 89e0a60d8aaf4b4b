package uk.earlyhelphub.query.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.EarlierReferrals;
import uk.earlyhelphub.query.access.Relationship;
import uk.earlyhelphub.query.access.Reveal;

/** The state of one case, for those who have to do with it. */
@RestController
class CaseFileEndpoint {
    private static final JsonMapper JSON = EventCodec.mapper();
    private final CaseFiles cases;
    private final CaseAccess door;
    private final Reveal reveal;
    private final Clock clock;
    private final EarlierReferrals earlier;
    private final PastCases past;

    CaseFileEndpoint(
            CaseFiles cases, CaseAccess door, Reveal reveal, Clock clock, EarlierReferrals earlier, PastCases past) {
        this.past = past;
        this.earlier = earlier;
        this.cases = cases;
        this.door = door;
        this.reveal = reveal;
        this.clock = clock;
    }

    /**
     * The case now, or as it was known at an instant.
     *
     * @param version waits until this version can be seen
     * @param asAt an instant such as {@code 2026-11-23T10:00:00Z}
     */
    @GetMapping("/api/referrals/{id}")
    ResponseEntity<JsonNode> caseFile(
            Caller caller,
            @PathVariable("id") String path,
            @RequestParam(name = "version", required = false) @Nullable Long version,
            @RequestParam(name = "asAt", required = false) @Nullable Instant asAt) {
        return asAt == null ? now(caller, path, version) : then(caller, path, asAt);
    }

    private ResponseEntity<JsonNode> then(Caller caller, String path, Instant asAt) {
        past.notAhead(asAt, "asAt");
        var asked = new CaseAccess.Asked(caller, Purpose.ACCOUNT_FOR_DECISIONS, "casefile-as-at");
        var id = door.referral(asked, path);
        var events = past.history(id);
        var opened = door.open(asked, id, PastCases.latest(events), Relationship::seesTheWhole);
        var state = PastCases.asKnownAt(events, asAt, "asAt");
        var day = LocalDate.ofInstant(asAt, ZoneId.of("Europe/London"));
        var body = new CaseView(reveal, opened).of(id, state, day);
        body.put("asAt", asAt.toString());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private ResponseEntity<JsonNode> now(Caller caller, String path, @Nullable Long version) {
        var asked = new CaseAccess.Asked(caller, Purpose.CLARIFY_REFERRAL, "casefile");
        var id = door.referral(asked, path);
        var opened = cases.open(id, version, state -> door.open(asked, id, state, relationship -> true));
        var state = opened.state();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        var body = new CaseView(reveal, opened).of(id, state, today);
        if (opened.relationship() == Relationship.TEAM) {
            var before = earlier.of(List.of(id.value())).getOrDefault(id.value(), List.of());
            body.set("earlierReferrals", JSON.valueToTree(before));
        }
        return ResponseEntity.ok()
                .eTag(Long.toString(state.version()))
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}

package uk.earlyhelphub.query.casefile;

import java.time.Clock;
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
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.platform.commands.RuleBroken;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.edge.Interests;
import uk.earlyhelphub.query.edge.Reading;
import uk.earlyhelphub.query.edge.Relationship;
import uk.earlyhelphub.query.edge.Reveal;

/** The state of one case, for those who have to do with it. */
@RestController
class CaseFileEndpoint {
    private final CaseFiles cases;
    private final AccessLedger ledger;
    private final Reveal reveal;
    private final Clock clock;
    private final Interests interests;

    CaseFileEndpoint(CaseFiles cases, AccessLedger ledger, Reveal reveal, Clock clock, Interests interests) {
        this.cases = cases;
        this.ledger = ledger;
        this.reveal = reveal;
        this.clock = clock;
        this.interests = interests;
    }

    @GetMapping("/api/referrals/{id}")
    ResponseEntity<JsonNode> caseFile(
            Caller caller,
            @PathVariable("id") String path,
            @RequestParam(name = "version", required = false) @Nullable Long version) {
        var id = Reading.referral(path);
        var state = cases.find(id, version).orElseThrow(RuleBroken::unknown);
        var relationship = Relationship.of(caller.actor(), state).orElseThrow(RuleBroken::unknown);
        if (interests.bar(caller.actor(), id)) {
            throw RuleBroken.unknown();
        }
        var access = ledger.opened(
                Reading.reader(caller, Purpose.CLARIFY_REFERRAL),
                id,
                "casefile",
                relationship.name(),
                List.of(InformationCategory.values()));
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        var body = new CaseView(reveal, access).of(id, state, relationship, today);
        return ResponseEntity.ok()
                .eTag(Long.toString(state.version()))
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}

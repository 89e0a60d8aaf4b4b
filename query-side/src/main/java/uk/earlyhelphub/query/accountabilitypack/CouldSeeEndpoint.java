package uk.earlyhelphub.query.accountabilitypack;

import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.pack.AccountabilityApi;
import uk.earlyhelphub.api.pack.EntitlementView;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.model.access.AccessRight;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.casefile.PastCases;

/** What somebody could have seen of a case at an instant, and whether they had looked. */
@RestController
class CouldSeeEndpoint implements AccountabilityApi {
    private final PastCases past;
    private final Entitlements entitlements;
    private final CaseAccess door;
    private final Callers callers;

    CouldSeeEndpoint(PastCases past, Entitlements entitlements, CaseAccess door, Callers callers) {
        this.past = past;
        this.entitlements = entitlements;
        this.door = door;
        this.callers = callers;
    }

    @Override
    public ResponseEntity<EntitlementView> couldSee(String path, String actor, Instant asAt) {
        var asked = new CaseAccess.Asked(callers.current(), Purpose.ACCOUNT_FOR_DECISIONS, "could-see");
        var id = door.referral(asked, path);
        var opened = door.open(asked, id, AccessRight::seesTheWhole);
        var at = past.notAhead(asAt, "asAt");
        PastCases.asKnownAt(opened.history(), at, "asAt");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(entitlements.then(opened.right(), actor, id, opened.history(), at));
    }
}

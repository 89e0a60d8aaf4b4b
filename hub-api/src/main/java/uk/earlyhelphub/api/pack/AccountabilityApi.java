package uk.earlyhelphub.api.pack;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** Accounting for the past of a case. */
@Tag(name = "Accountability", description = "What somebody could have seen, and what accounts for one decision.")
@HttpExchange("/api/referrals/{id}")
public interface AccountabilityApi {

    /**
     * What somebody could have seen of a case at an instant, and whether they had looked.
     *
     * @param actor the id of who it is about
     * @param asAt an instant such as {@code 2026-11-23T10:00:00Z}
     */
    @GetExchange("/could-see")
    @Operation(operationId = "couldSee", summary = "See what somebody could have seen of a case at an instant")
    @ForWhom("The team of the case; whoever opened it in an emergency; the Data Protection Officer, investigators and"
            + " auditors.")
    @GivesProblems(
            invalid = {"date-ahead", "before-the-beginning"},
            forbidden = {"too-close", "conflict-possible"})
    ResponseEntity<EntitlementView> couldSee(
            @PathVariable("id") String id,
            @RequestParam(name = "actor") String actor,
            @RequestParam(name = "asAt") Instant asAt);
}

package uk.earlyhelphub.api.allocation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.casefile.CaseAllocation.AllocationStanding;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** What a provider's organisation was offered. It names nobody, so that looking at it opens no record. */
@Tag(
        name = "Allocated to me",
        description = "What the organisation of a provider was offered, runs, declined and ended.")
@HttpExchange("/api/allocated-to-me")
public interface AllocatedToMeApi {

    /**
     * What the caller's organisation was offered, the newest first: what waits for its answer, what it took up or runs, what it
     * declined and what ended. Nothing of a case from which the caller is barred, or of a family that excluded the organisation.
     *
     * @param standing only what stands like this
     * @param after the value of {@code next} from the page before
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "listAllocatedToMe", summary = "See what one's organisation was offered")
    @ForWhom("Providers, each for their own organisation.")
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<AllocatedToMePage> allocatedToMe(
            @RequestParam(name = "standing", required = false) @Nullable AllocationStanding standing,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);
}

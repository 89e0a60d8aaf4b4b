package uk.earlyhelphub.api.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReferralStatus;

/** The queue of a team. It shows no name, so that looking at it opens no record; that somebody looked is on record. */
@Tag(name = "Worklist", description = "The queue of a team, the oldest first, with what each case still needs.")
@HttpExchange("/api/worklist")
public interface WorklistApi {

    /**
     * The queue of the caller's team, the oldest first; closed cases only if {@code status} asks for them.
     *
     * @param needs only cases that need this before the Hub
     * @param after the value of {@code next} from the page before
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "readWorklist", summary = "See the queue of one's team")
    @ForWhom("Caseworkers, managers and the chair, each for their own team.")
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<WorklistPage> worklist(
            @RequestParam(name = "status", required = false) @Nullable ReferralStatus status,
            @RequestParam(name = "area", required = false) @Nullable String area,
            @RequestParam(name = "level", required = false) @Nullable LevelOfNeed level,
            @RequestParam(name = "immediateRisk", required = false) @Nullable Boolean immediateRisk,
            @RequestParam(name = "reReferral", required = false) @Nullable Boolean reReferral,
            @RequestParam(name = "needs", required = false) @Nullable String needs,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);
}

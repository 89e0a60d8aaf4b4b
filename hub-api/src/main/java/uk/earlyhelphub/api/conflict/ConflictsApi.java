package uk.earlyhelphub.api.conflict;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.described.InPages;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;

/** Who came upon the record of somebody close, for those who judge it. */
@Tag(name = "Conflicts", description = "Opening the record of somebody close, and how that is judged.")
@HttpExchange("/api/conflicts")
public interface ConflictsApi {

    /**
     * What is to be judged, the oldest first.
     *
     * @param reviewed true for what was judged, false for what waits
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "listConflicts", summary = "See who came upon the record of somebody close")
    @ForWhom("The Data Protection Officer.")
    @InPages
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<List<Conflict>> conflicts(
            @RequestParam(name = "reviewed", defaultValue = "false") boolean reviewed,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);

    /**
     * One conflict.
     *
     * @param view what they asked for; {@code search} if they came upon somebody in a search
     * @param reason why they looked all the same, if they said so
     */
    record Conflict(
            String accessId,
            @Nullable String referralId,
            String view,
            List<ConflictKind> kinds,
            String who,
            Role role,
            String organisation,
            Instant at,
            @Nullable String reason,
            @Nullable ConflictOutcome outcome,
            @Nullable Instant reviewedAt) {}
}

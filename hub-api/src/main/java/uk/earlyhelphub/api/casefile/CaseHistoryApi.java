package uk.earlyhelphub.api.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** What changed in a case, for whoever has to account for it years later. Every look is on record before anything is shown. */
@Tag(name = "Cases", description = "One case as it stands, as it stood, and what changed.")
@GivesProblems(forbidden = {"too-close", "conflict-possible"})
@HttpExchange("/api/referrals/{id}")
public interface CaseHistoryApi {

    /**
     * What changed between two instants, and what was put right since.
     *
     * @param from the first of them; the beginning if it is left out
     * @param to the last; now if it is left out
     */
    @GetExchange("/history")
    @Operation(operationId = "readCaseHistory", summary = "See what changed in a case, and what was put right since")
    @ForWhom("The team of the case; whoever opened it in an emergency; without texts the Data Protection Officer,"
            + " investigators and auditors.")
    @GivesProblems(invalid = {"date-ahead", "before-the-beginning", "from-after-to"})
    ResponseEntity<CaseHistory> history(
            @PathVariable("id") String id,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to);

    /** Every sharing, discussion and allocation, checked against consent as it stood at that very moment. */
    @GetExchange("/consent-check")
    @Operation(operationId = "checkConsents", summary = "Check every act of a case against consent as it stood then")
    @ForWhom("The team of the case; whoever opened it in an emergency; the Data Protection Officer, investigators and"
            + " auditors.")
    ResponseEntity<ConsentCheckView> consentCheck(@PathVariable("id") String id);
}

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
import uk.earlyhelphub.api.described.AtAVersion;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** One case, as it stands and as it stood. Every look is on record before anything is shown. */
@Tag(name = "Cases", description = "One case as it stands, as it stood, and what changed.")
@GivesProblems(forbidden = {"too-close", "conflict-possible"})
@HttpExchange("/api/referrals/{id}")
public interface CaseFileApi {

    /**
     * The case now, or as it was known at an instant, which only those see who see the whole of it.
     *
     * @param id the case's id, or its reference {@code EH-…}
     * @param version refused unless the case has at least this version; it never waits for one
     * @param asAt an instant such as {@code 2026-11-23T10:00:00Z}
     */
    @GetExchange
    @Operation(operationId = "readCase", summary = "Open a case, now or as it was known at an instant")
    @ForWhom("The team of the case; whoever opened it in an emergency; without texts the Data Protection Officer,"
            + " investigators and auditors; of the present also a provider with a live allocation and whoever is called to"
            + " the meeting on whose published agenda it stands. Each gets a view of their own type.")
    @AtAVersion
    @GivesProblems(
            invalid = {"date-ahead", "before-the-beginning"},
            conflict = "not-there-yet")
    ResponseEntity<CaseView> caseFile(
            @PathVariable("id") String id,
            @RequestParam(name = "version", required = false) @Nullable Long version,
            @RequestParam(name = "asAt", required = false) @Nullable Instant asAt);
}

package uk.earlyhelphub.api.trail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.described.InPages;

/** Who has looked at a case, or at anything about a person: one line for each reader and way of looking, the latest first. */
@Tag(name = "Trail", description = "What happened, by whom and why, in plain English; and who looked.")
@HttpExchange("/api")
public interface WhoLookedApi {

    /**
     * At one case; refused looks are here too.
     *
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange("/referrals/{id}/who-looked")
    @Operation(operationId = "whoLookedAtCase", summary = "See who looked at a case")
    @ForWhom("The team of the case; whoever opened it in an emergency; the Data Protection Officer, investigators and"
            + " auditors.")
    @InPages
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = {"too-close", "conflict-possible"})
    ResponseEntity<List<LookLine>> atCase(
            @PathVariable("id") String id,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit);

    /**
     * At any case in which a person is, and every search that found them.
     *
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange("/people/{id}/who-looked")
    @Operation(operationId = "whoLookedAtPerson", summary = "See who looked at anything about a person")
    @ForWhom("The Data Protection Officer and auditors.")
    @InPages
    @GivesProblems(invalid = {"page-size", "bad-cursor"})
    ResponseEntity<List<LookLine>> atPerson(
            @PathVariable("id") String id,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit);

    /**
     * At any case in which the caller is, by office, never by name.
     *
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange("/my-record/who-looked")
    @Operation(operationId = "whoLookedAtMine", summary = "See who looked at one's own record")
    @ForWhom("Family members, each for their own record.")
    @InPages
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<LooksAtMine> atMine(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit);
}

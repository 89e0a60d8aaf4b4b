package uk.earlyhelphub.api.trail;

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
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;

/** The account: one line of plain English for everything that happened, oldest first unless asked otherwise, of one case or of all. */
@Tag(name = "Trail", description = "What happened, by whom and why, in plain English; and who looked.")
@HttpExchange("/api")
public interface TrailApi {

    /**
     * The account of one case, with its texts for those whom something ties to it.
     *
     * @param after the value of {@code next} from the page before
     * @param limit 1 to 200
     */
    @GetExchange("/referrals/{id}/trail")
    @Operation(operationId = "readCaseTrail", summary = "Read the account of one case")
    @ForWhom("The team of the case; whoever opened it in an emergency; without texts the Data Protection Officer,"
            + " investigators and auditors.")
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = {"too-close", "conflict-possible"})
    ResponseEntity<TrailPage> ofCase(
            @PathVariable("id") String id,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit);

    /**
     * The account of everything, narrowed down as asked; all that is given must hold. Texts stay sealed.
     *
     * @param referral the id of a case
     * @param person the id of a person, or of a meeting, service, sharing or allocation, that the event mentions
     * @param actor the id of who acted
     * @param organisation for which organisation they acted
     * @param type a type of event, or with {@code .*} at the end a whole stream, such as {@code RecordAccess.*}
     * @param from the first instant
     * @param to the first instant after
     * @param correlation the id of the request that it was part of
     * @param name how who acted was called then, whole; capitals do not matter
     * @param role in which they acted
     * @param order the oldest first, or the newest; {@code next} goes on in the same order
     * @param after the value of {@code next} from the page before
     * @param limit 1 to 200
     */
    @GetExchange("/trail")
    @Operation(operationId = "readTrail", summary = "Read the account of everything, narrowed down as asked")
    @ForWhom("Auditors and the Data Protection Officer.")
    @GivesProblems(
            invalid = {
                "control-characters",
                "page-size",
                "bad-cursor",
                "identifier",
                "no-such-type",
                "from-after-to",
                "filter-too-long"
            },
            forbidden = "not-for-this-role")
    ResponseEntity<TrailPage> everything(
            @RequestParam(name = "referral", required = false) @Nullable String referral,
            @RequestParam(name = "person", required = false) @Nullable String person,
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            @RequestParam(name = "organisation", required = false) @Nullable String organisation,
            @RequestParam(name = "type", required = false) @Nullable String type,
            @RequestParam(name = "purpose", required = false) @Nullable Purpose purpose,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to,
            @RequestParam(name = "correlation", required = false) @Nullable String correlation,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "role", required = false) @Nullable Role role,
            @RequestParam(name = "order", defaultValue = "OLDEST_FIRST") TrailOrder order,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit);

    /** In which order the account is read. */
    enum TrailOrder {
        OLDEST_FIRST,
        NEWEST_FIRST
    }
}

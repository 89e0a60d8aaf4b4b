package uk.earlyhelphub.api.replay;

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

/** Which read models are made again from the history, and how far that is. */
@Tag(name = "Replays", description = "Making what people are shown again from the history, or comparing the two.")
@HttpExchange("/api/replays")
public interface ReplaysApi {

    /**
     * Replays, the newest first.
     *
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "listReplays", summary = "See which replays there were and are")
    @ForWhom("Auditors, administrators, the Data Protection Officer and managers.")
    @InPages
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<List<ReplayJob>> replays(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);

    /** One of them, as it stands this very moment. */
    @GetExchange("/{id}")
    @Operation(operationId = "readReplay", summary = "See how far a replay is")
    @ForWhom("Auditors, administrators, the Data Protection Officer and managers.")
    ResponseEntity<ReplayJob> replay(@PathVariable("id") String id);
}

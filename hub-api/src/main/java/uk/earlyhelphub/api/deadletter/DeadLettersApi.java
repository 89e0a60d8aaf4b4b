package uk.earlyhelphub.api.deadletter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** What read models could not take. Never any content. */
@Tag(name = "Dead letters", description = "Events that a read model could not take, and what is done about them.")
@HttpExchange("/api/dead-letters")
public interface DeadLettersApi {

    /**
     * What is held, by read model and by case or other thing, the oldest first.
     *
     * @param projection only what this read model holds
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "listDeadLetters", summary = "See what read models could not take")
    @ForWhom("Auditors and administrators.")
    @GivesProblems(invalid = "page-size", forbidden = "not-for-this-role")
    ResponseEntity<List<HeldCase>> held(
            @RequestParam(name = "projection", required = false) @Nullable String projection,
            @RequestParam(name = "limit", defaultValue = "100") int limit);

    /**
     * The events of one thing that one read model holds.
     *
     * @param from the number of the first event
     * @param limit 1 to 200
     */
    @GetExchange("/{projection}/{about}")
    @Operation(operationId = "readDeadLetters", summary = "See which events of one thing a read model holds")
    @ForWhom("Auditors and administrators.")
    @GivesProblems(invalid = "page-size")
    ResponseEntity<List<DeadLetter>> inspect(
            @PathVariable("projection") String projection,
            @PathVariable("about") String about,
            @RequestParam(name = "from", defaultValue = "0") long from,
            @RequestParam(name = "limit", defaultValue = "100") int limit);

    /**
     * The events of one case, or other thing, that one read model holds.
     *
     * @param about the id of that thing
     * @param cause kinds of failure, never a message that could repeat a value
     * @param setAside whether no alarm is raised over them any more
     */
    record HeldCase(
            String projection,
            String about,
            long events,
            String firstType,
            String cause,
            Instant parkedAt,
            boolean setAside) {}

    /** One of the events that are held. Its place is also where its proof and its sealed content can be asked for. */
    record DeadLetter(long sequence, String type, String eventId, String position, String cause, Instant parkedAt) {}
}

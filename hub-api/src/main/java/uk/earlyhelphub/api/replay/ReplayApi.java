package uk.earlyhelphub.api.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.AtAVersion;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayReason;

/** Has what people are shown made again from the history: asked for by one person, agreed to by another. */
@Tag(name = "Replays", description = "Making what people are shown again from the history, or comparing the two.")
@HttpExchange("/api/replays")
public interface ReplayApi {

    /** Asks for a replay; a second person has to agree. */
    @PostExchange(contentType = "application/json")
    @Operation(operationId = "requestReplay", summary = "Ask for a replay")
    @ForWhom("Auditors and administrators.")
    @Answers(201)
    @GivesProblems(invalid = "no-such-projection", conflict = "replay-under-way")
    ResponseEntity<ReplayActed> request(CommandHeaders headers, @Valid @RequestBody ReplayForm form);

    /** A second person agrees, and it begins. */
    @PostExchange("/{id}/approval")
    @Operation(operationId = "approveReplay", summary = "Agree, as a second person, to a replay")
    @ForWhom(
            "Auditors, administrators, the Data Protection Officer and managers. Nobody for what they asked for themselves.")
    @AtAVersion
    @GivesProblems(conflict = {"replay-not-in-this-state", "second-person"})
    ResponseEntity<ReplayActed> approve(@PathVariable("id") String id, CommandHeaders headers);

    /** It waits; what it has read so far is kept. */
    @PostExchange("/{id}/pause")
    @Operation(operationId = "pauseReplay", summary = "Have a replay wait")
    @ForWhom("Auditors and administrators.")
    @AtAVersion
    @GivesProblems(conflict = "replay-not-in-this-state")
    ResponseEntity<ReplayActed> pause(@PathVariable("id") String id, CommandHeaders headers);

    /** It goes on. */
    @PostExchange("/{id}/resumption")
    @Operation(operationId = "resumeReplay", summary = "Have a replay go on")
    @ForWhom("Auditors and administrators.")
    @AtAVersion
    @GivesProblems(conflict = "replay-not-in-this-state")
    ResponseEntity<ReplayActed> resume(@PathVariable("id") String id, CommandHeaders headers);

    /** It is called off, unless what it made takes the place of what is shown already. */
    @PostExchange("/{id}/cancellation")
    @Operation(operationId = "cancelReplay", summary = "Call a replay off")
    @ForWhom("Auditors and administrators.")
    @AtAVersion
    @GivesProblems(conflict = "replay-not-in-this-state")
    ResponseEntity<ReplayActed> cancel(@PathVariable("id") String id, CommandHeaders headers);

    /**
     * What to replay.
     *
     * @param kind REBUILD to put what the history says in the place of what is shown, CHECK to compare only
     * @param reference a number under which more can be found elsewhere, such as a ticket's; no names
     */
    record ReplayForm(
            @NotBlank @Size(max = 60) String projection,
            @NotNull ReplayKind kind,
            @NotNull ReplayReason reason,

            @Nullable @Pattern(regexp = "[A-Za-z0-9 ./#-]{1,40}", message = "1 to 40 letters, digits or . / # -")
            String reference) {}

    /** Where a replay is on its way by its history. */
    enum ReplayStanding {
        /** A second person has to agree. */
        REQUESTED,
        RUNNING,
        PAUSED,
        /** What it made takes the place of what is shown; it cannot be called off any more. */
        ENDING,
        CANCELLED,
        ENDED
    }

    /**
     * A replay as the act that is answered left it.
     *
     * @param version the number of its last event then, also in {@code ETag}
     */
    record ReplayActed(String id, long version, String projection, ReplayKind kind, ReplayStanding state) {}
}

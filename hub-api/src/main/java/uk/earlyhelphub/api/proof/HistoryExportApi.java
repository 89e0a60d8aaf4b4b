package uk.earlyhelphub.api.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.FileContent;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.metadata.Purpose;

/** Takes the history out of the Hub as a file that can be verified without it. Only the process that keeps the log answers. */
@Tag(name = "Proof", description = "Signed checkpoints and proofs, which can be checked without the Hub.")
@HttpExchange("/api/proof")
public interface HistoryExportApi {

    /** The history as one file, all or what is new. Sealed texts stay sealed. */
    @PostExchange(url = "/history-exports", contentType = "application/json", accept = "text/plain")
    @Operation(operationId = "exportHistory", summary = "Export the history, to verify it without the Hub")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string", format = "binary")))
    @ForWhom("Auditors and the Data Protection Officer.")
    @GivesProblems(
            invalid = "no-such-size",
            forbidden = "not-for-this-role",
            conflict = {"no-proof-log-here", "nothing-recorded"},
            tooOften = "too-many-exports")
    ResponseEntity<FileContent> exportHistory(KeyHeaders headers, @Valid @RequestBody HistoryExportForm form);

    /**
     * Why a copy is taken, and how long it may be kept.
     *
     * @param from after how many events it begins, because the auditor kept a checkpoint of just them; all of them if nothing is said
     */
    record HistoryExportForm(
            @NotNull Purpose purpose,
            @NotNull @Min(1) @Max(3660) Integer expiresInDays,
            @Nullable Long from) {}
}

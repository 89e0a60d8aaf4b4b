package uk.earlyhelphub.api.trail;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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
import uk.earlyhelphub.events.metadata.Role;

/** Takes the trail out of the Hub as a file. To read is the act, and the same request sent again is the same export. */
@Tag(name = "Trail", description = "What happened, by whom and why, in plain English; and who looked.")
@HttpExchange("/api/trail")
public interface TrailExportApi {

    /** A ZIP with the trail, its checksum and the newest checkpoint. Texts stay sealed. */
    @PostExchange(url = "/exports", contentType = "application/json", accept = "application/zip")
    @Operation(operationId = "exportTrail", summary = "Export the account of everything, narrowed down as asked")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ForWhom("Auditors and the Data Protection Officer.")
    @GivesProblems(
            invalid = {"control-characters", "from-after-to", "identifier", "no-such-type"},
            forbidden = "not-for-this-role",
            tooOften = "too-many-exports")
    ResponseEntity<FileContent> export(KeyHeaders headers, @Valid @RequestBody TrailExportForm form);

    /** In which form. */
    enum TrailFormat {
        /** For a spreadsheet. What a spreadsheet would take for a formula is written as text. */
        CSV,
        /** One JSON object a line. */
        JSON_LINES,
        /** One CloudEvents 1.0 event a line. */
        CLOUD_EVENTS
    }

    /**
     * What to export, why, and how long the copy may be kept.
     *
     * @param filter by what to narrow it down; everything if it is left out
     */
    record TrailExportForm(
            @NotNull TrailFormat format,
            @NotNull Purpose purpose,
            @NotNull @Min(1) @Max(3660) Integer expiresInDays,
            @Nullable @Valid TrailFilterForm filter) {}

    /**
     * By what the trail is narrowed down; all that is given must hold. The parameters of {@link TrailApi#everything} are the same.
     *
     * @param referral the id of a case
     * @param person the id of a person, or of a meeting, service, sharing or allocation, that the event mentions
     * @param actor the id of who acted
     * @param organisation for which organisation they acted
     * @param type a type of event, or with {@code .*} at the end a whole stream, such as {@code RecordAccess.*}
     * @param from the first instant
     * @param to the first instant after
     * @param correlation the id of the request that it was part of
     * @param name how who acted was called then, whole, in capitals or not
     * @param role in which they acted
     */
    record TrailFilterForm(
            @Nullable String referral,
            @Nullable String person,
            @Nullable @Size(max = 200) String actor,
            @Nullable @Size(max = 200) String organisation,

            @Nullable
            @Pattern(
                    regexp = "[A-Za-z]{1,40}\\.([A-Za-z]{1,60}|\\*)",
                    message = "a type such as Referral.ConsentGiven, or Referral.*")
            String type,

            @Nullable Purpose purpose,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable @Size(max = 200) String correlation,
            @Nullable @Size(max = 200) String name,
            @Nullable Role role) {}
}

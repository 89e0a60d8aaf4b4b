package uk.earlyhelphub.api.pack;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.FileContent;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** One call for a complaint: everything that accounts for one decision, as JSON and as a document that everybody can read. */
@Tag(name = "Accountability", description = "What somebody could have seen, and what accounts for one decision.")
@HttpExchange("/api")
public interface PackApi {

    /** Asks for a pack, which is made in the background. To read is the act: the same request sent again is the same pack. */
    @PostExchange(url = "/referrals/{id}/accountability-packs", contentType = "application/json")
    @Operation(operationId = "askForPack", summary = "Ask for everything that accounts for one decision")
    @ForWhom("The team of the case; whoever opened it in an emergency; without texts the Data Protection Officer,"
            + " investigators and auditors.")
    @Answers(value = 202, headers = "Location")
    @GivesProblems(
            invalid = {"complainant-unknown", "no-such-decision"},
            forbidden = {"too-close", "conflict-possible"},
            tooOften = "too-many-packs")
    ResponseEntity<PackState> ask(@PathVariable("id") String id, KeyHeaders headers, @Valid @RequestBody PackForm form);

    /** How far it is. */
    @GetExchange("/accountability-packs/{id}")
    @Operation(operationId = "readPackState", summary = "See whether a pack is ready")
    @ForWhom("Whoever asked for it, as long as they see the whole of the case.")
    @GivesProblems(forbidden = {"too-close", "conflict-possible"})
    ResponseEntity<PackState> state(@PathVariable("id") String id);

    /** The pack for machines. That it was handed over is on record, with its checksum. */
    @GetExchange(url = "/accountability-packs/{id}/json", accept = "application/json")
    @Operation(operationId = "fetchPackAsJson", summary = "Fetch a pack as JSON")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccountabilityPack.class)))
    @ForWhom("Whoever asked for it, as long as they see the whole of the case.")
    @GivesProblems(
            forbidden = {"too-close", "conflict-possible"},
            conflict = {"pack-not-ready", "pack-out-of-reach"},
            tooOften = "too-many-exports")
    ResponseEntity<FileContent> json(@PathVariable("id") String id, KeyHeaders headers);

    /** The pack for people. That it was handed over is on record, with its checksum. */
    @GetExchange(url = "/accountability-packs/{id}/pdf", accept = "application/pdf")
    @Operation(operationId = "fetchPackAsPdf", summary = "Fetch a pack as a document")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @ForWhom("Whoever asked for it, as long as they see the whole of the case.")
    @GivesProblems(
            forbidden = {"too-close", "conflict-possible"},
            conflict = {"pack-not-ready", "pack-out-of-reach"},
            tooOften = "too-many-exports")
    ResponseEntity<FileContent> pdf(@PathVariable("id") String id, KeyHeaders headers);

    /**
     * Which decision, and for whom.
     *
     * @param discussionId the decision, as the case's {@code hub.discussions} name it
     * @param complainant the id of the person who complains, in the profile COMPLAINANT
     * @param expiresInDays for how many days the pack is kept
     */
    record PackForm(
            @NotNull String discussionId,
            @NotNull PackProfile profile,
            @Nullable String complainant,
            @NotNull @Min(1) @Max(90) Integer expiresInDays) {}

    /** Whether a pack can be fetched. */
    enum PackStage {
        /** It is made. */
        WAITING,
        READY,
        /** It could not be made; it can be asked for again. */
        FAILED
    }

    /**
     * How a pack stands.
     *
     * @param done how many of {@code sections} are made
     */
    record PackState(
            String id,
            String referralId,
            String discussionId,
            PackProfile profile,
            PackStage state,
            int done,
            int sections,
            Instant requestedAt,
            LocalDate expiresOn) {}
}

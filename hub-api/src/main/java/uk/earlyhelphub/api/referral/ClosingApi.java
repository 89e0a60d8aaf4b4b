package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.described.ActsOnACase;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.InformMethod;

/** Telling the referrer, closing, and opening again. */
@Tag(
        name = "Closing",
        description = "Telling the referrer what became of it, closing a referral, and opening it again.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}", contentType = "application/json")
public interface ClosingApi {

    /** The referrer was told what became of it. */
    @PostExchange("/referrer-informed")
    @Operation(operationId = "informReferrer", summary = "Record that the referrer was told")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "date-ahead")
    ResponseEntity<Reply> inform(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody InformForm form);

    /** Closes the case; every access that rested on it ends. */
    @PostExchange("/closure")
    @Operation(operationId = "closeReferral", summary = "Close a referral")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    ResponseEntity<Reply> close(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ClosureForm form);

    /** Opens a closed case again. */
    @PostExchange("/reopening")
    @Operation(operationId = "reopenReferral", summary = "Open a closed referral again")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    ResponseEntity<Reply> reopen(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ReopeningForm form);

    /** How and what the referrer was told. */
    record InformForm(
            @NotNull InformMethod method,
            @Nullable @Size(max = 4000) String what,
            @NotNull LocalDate informedOn) {}

    /** Why it is closed. */
    record ClosureForm(
            @NotNull ClosureReason reasonCode,
            @Nullable @Size(max = 4000) String reason) {}

    /** Why it is opened again. */
    record ReopeningForm(@NotBlank @Size(max = 4000) String reason) {}
}

package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import uk.earlyhelphub.events.referral.LevelOfNeed;

/** Setting the level of need. */
@Tag(name = "Triage", description = "Setting the level of need.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}/triage", contentType = "application/json")
public interface TriageApi {

    /** Sets the level of need. */
    @PostExchange
    @Operation(operationId = "triage", summary = "Set the level of need, with the rationale")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "date-ahead", conflict = "no-bank-holidays")
    ResponseEntity<Reply> triage(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody TriageForm form);

    /** The level, and why. */
    record TriageForm(
            @NotNull LevelOfNeed level,
            @NotBlank @Size(max = 20000) String rationale,
            @NotNull LocalDate triagedOn) {}
}

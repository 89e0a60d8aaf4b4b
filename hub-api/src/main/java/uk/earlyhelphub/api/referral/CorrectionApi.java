package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.referral.PersonDetail;

/** Putting a detail right. */
@Tag(name = "Corrections", description = "Putting right what is on record.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}/corrections", contentType = "application/json")
public interface CorrectionApi {

    /** What was on record was wrong; both stay readable. */
    @PostExchange
    @Operation(operationId = "correctDetail", summary = "Put a detail of somebody right, with the reason")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "person-not-in-referral")
    ResponseEntity<Reply> correct(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody CorrectionForm form);

    /** A correction with its reason. */
    record CorrectionForm(
            @NotBlank @Identifier String personId,
            @NotNull PersonDetail field,
            @Nullable @Size(max = 4000) String was,
            @NotBlank @Size(max = 4000) String now,
            @NotBlank @Size(max = 4000) String reason) {}
}

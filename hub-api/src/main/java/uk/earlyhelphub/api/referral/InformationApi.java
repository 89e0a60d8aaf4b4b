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
import uk.earlyhelphub.api.forms.Code;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.privacy.InformationCategory;

/** Writing down what is known of somebody. */
@Tag(name = "Information", description = "Writing down what is known of somebody.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}/information", contentType = "application/json")
public interface InformationApi {

    /** Something is known of somebody. */
    @PostExchange
    @Operation(operationId = "recordInformation", summary = "Record information about somebody of the family")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(invalid = {"date-ahead", "person-not-in-referral"})
    ResponseEntity<Reply> record(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody MoreInformationForm form);

    /** Information about somebody who is on record already. */
    record MoreInformationForm(
            @NotBlank @Identifier String personId,
            @NotNull InformationCategory category,
            @NotBlank @Code String kind,
            @NotBlank @Size(max = 20000) String text,
            @NotBlank @Size(max = 200) String source,
            @Nullable LocalDate statedOn) {}
}

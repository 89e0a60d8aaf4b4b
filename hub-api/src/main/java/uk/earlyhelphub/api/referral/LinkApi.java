package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

/** Recognising somebody as a person the Hub knows, and taking that back. */
@Tag(name = "Links", description = "Recognising somebody as a person whom the Hub knows, and taking that back.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}", contentType = "application/json")
public interface LinkApi {

    /** Two records are one person's. */
    @PostExchange("/links")
    @Operation(operationId = "linkPerson", summary = "Recognise somebody as a person whom the Hub knows")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = {"not-found-by-search", "person-not-in-referral", "same-record", "search-first"})
    ResponseEntity<Reply> link(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody LinkForm form);

    /** Two records are not one person's after all. */
    @PostExchange("/unlinks")
    @Operation(operationId = "unlinkPerson", summary = "Undo a link")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(conflict = "not-linked")
    ResponseEntity<Reply> unlink(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody UnlinkForm form);

    /** Two records of one person. {@code searchId} is of the search that has shown the other one. */
    record LinkForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Identifier String samePersonAs,
            @NotBlank @Size(max = 4000) String reason,
            @NotBlank @Size(max = 40) String searchId) {}

    /** Two records that were taken for one person's. */
    record UnlinkForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Identifier String samePersonAs,
            @NotBlank @Size(max = 4000) String reason) {}
}

package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** Adding somebody to the family. */
@Tag(name = "People", description = "Adding somebody to the family.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}/people", contentType = "application/json")
public interface PeopleApi {

    /** Somebody belongs to the family; the answer's id is theirs. */
    @PostExchange
    @Operation(operationId = "addPerson", summary = "Add somebody to the family")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(invalid = "person-not-in-referral")
    ResponseEntity<Reply> add(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody PersonForm form);
}

package uk.earlyhelphub.api.conflict;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;

/** Giving a reason for opening the record of somebody close, and having it judged. */
@Tag(name = "Conflicts", description = "Opening the record of somebody close, and how that is judged.")
@HttpExchange(url = "/api", contentType = "application/json")
public interface ConflictApi {

    /** With a reason the case opens for the rest of the day, unless it is one's own or one's family's. */
    @PostExchange("/referrals/{id}/conflict-reasons")
    @Operation(operationId = "giveConflictReason", summary = "Say why one opens the record of somebody close")
    @ForWhom("Whoever could open the case if nobody in it seemed to be close to them.")
    @Answers(202)
    @GivesProblems(forbidden = "too-close", conflict = "no-conflict")
    ResponseEntity<Reply> reason(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ConflictReasonForm form);

    /** Judges it, once. */
    @PostExchange("/conflicts/{access}/review")
    @Operation(operationId = "reviewConflict", summary = "Judge that somebody opened the record of somebody close")
    @ForWhom("The Data Protection Officer. Nobody for themselves.")
    @Answers(202)
    @GivesProblems(conflict = {"already-reviewed", "not-for-oneself"})
    ResponseEntity<Reply> review(
            @PathVariable("access") String access, CommandHeaders headers, @Valid @RequestBody ConflictReviewForm form);

    /** Why the sender opens the record all the same. */
    record ConflictReasonForm(
            @NotBlank @Size(min = 10, max = 4000) String reason) {}

    /** How it was judged. */
    record ConflictReviewForm(@NotNull ConflictOutcome outcome) {}
}

package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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

/** Asking the referrer for what is missing. */
@Tag(name = "Asking back", description = "Asking the referrer for what is missing, and what came back.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}", contentType = "application/json")
public interface ClarifyingApi {

    /** Asks for what is missing, by a day. */
    @PostExchange("/information-requests")
    @Operation(operationId = "askForInformation", summary = "Ask the referrer for what is missing")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "date-past")
    ResponseEntity<Reply> ask(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ReturnForm form);

    /** What was asked for came, or some of it: what is left stays open until it comes, or until nothing more will. */
    @PostExchange("/information-supplied")
    @Operation(operationId = "supplyInformation", summary = "Record that missing information came")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = {"date-ahead", "not-asked-for"})
    ResponseEntity<Reply> supply(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody SupplyForm form);

    /** What is missing, and by when it is needed. */
    record ReturnForm(
            @NotEmpty @Size(max = 30) List<@NotBlank @Code String> missing,
            @Nullable @Size(max = 4000) String note,
            @NotNull LocalDate neededBy) {}

    /**
     * What came back.
     *
     * @param supplied what of that which was asked for is answered by it; the rest stays asked for, and due on the same day
     * @param nothingMore true if the referrer has no more to give, so that the request is closed although something is left
     */
    record SupplyForm(
            @NotEmpty @Size(max = 30) List<@NotBlank @Code String> supplied,
            @Nullable @Size(max = 20000) String note,
            @NotNull LocalDate suppliedOn,
            @Nullable Boolean nothingMore) {}
}

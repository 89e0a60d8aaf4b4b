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
import uk.earlyhelphub.api.forms.Code;
import uk.earlyhelphub.api.forms.Identifier;

/** Giving the privacy notice. */
@Tag(name = "Privacy notice", description = "Giving the privacy notice.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}/privacy-notices", contentType = "application/json")
public interface NoticeApi {

    /** Somebody was given the notice. */
    @PostExchange
    @Operation(operationId = "givePrivacyNotice", summary = "Record that somebody was given the privacy notice")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = {"date-ahead", "notice-version-not-in-force", "person-not-in-referral"})
    ResponseEntity<Reply> give(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody NoticeForm form);

    /** A notice that was given. */
    record NoticeForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Size(max = 40) String noticeVersion,
            @NotBlank @Code String method,
            @NotNull LocalDate givenOn) {}
}

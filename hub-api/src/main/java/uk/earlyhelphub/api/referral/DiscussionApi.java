package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.referral.HubDecision;

/** The referral's way through the Hub meeting. */
@Tag(name = "The Hub", description = "A referral's way through the Hub meeting.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}", contentType = "application/json")
public interface DiscussionApi {

    /** Puts the case on an agenda. */
    @PostExchange("/agenda")
    @Operation(operationId = "putOnAgenda", summary = "Put a referral on the agenda of a Hub meeting")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(
            invalid = "no-such-meeting",
            conflict = {"agenda-published", "consent-not-in-force", "meeting-over", "parents-consent-ended"})
    ResponseEntity<Reply> putOnAgenda(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody AgendaForm form);

    /** Takes the case off the agenda on which it stands. */
    @PostExchange("/agenda-removals")
    @Operation(operationId = "takeOffAgenda", summary = "Take a referral off the agenda")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(conflict = "not-on-agenda")
    ResponseEntity<Reply> takeOff(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody RemovalForm form);

    /** The Hub discussed the case and decided. */
    @PostExchange("/discussions")
    @Operation(operationId = "recordDiscussion", summary = "Record what the Hub discussed and decided")
    @ForWhom("The chair, in the team that has the case.")
    @Answers(201)
    @GivesProblems(
            invalid = {"decision-not-among-options", "dissent-not-present", "no-such-meeting"},
            conflict = {
                "chair-not-present",
                "consent-not-in-force",
                "meeting-ahead",
                "meeting-not-sitting",
                "not-on-agenda",
                "parents-consent-ended"
            })
    ResponseEntity<Reply> discuss(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody DiscussionForm form);

    /** Which meeting. */
    record AgendaForm(@NotBlank @Identifier String meetingId) {}

    /** Why it is taken off. */
    record RemovalForm(@NotBlank @Size(max = 4000) String reason) {}

    /** One way forward. */
    record OptionForm(
            @NotNull HubDecision decision,
            @Nullable @Identifier String offerId) {}

    /** One dissent. */
    record DissentForm(
            @NotBlank @Size(max = 100) String member,
            @NotBlank @Size(max = 4000) String reason) {}

    /** What was discussed and decided. */
    record DiscussionForm(
            @NotBlank @Identifier String meetingId,
            @NotEmpty @Size(max = 20) List<@Valid OptionForm> options,
            @NotNull HubDecision decision,
            @NotBlank @Size(max = 20000) String rationale,
            @Nullable @Size(max = 30) List<@Valid DissentForm> dissent) {}
}

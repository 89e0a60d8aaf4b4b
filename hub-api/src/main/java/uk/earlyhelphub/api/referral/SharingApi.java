package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PersonDetail;
import uk.earlyhelphub.events.referral.RecallAnswer;
import uk.earlyhelphub.events.referral.RecallCause;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;

/** Sharing data, asking it back, and hearing from the recipient. */
@Tag(name = "Sharing", description = "Sharing data, asking it back, and hearing from the recipient.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}/sharings", contentType = "application/json")
public interface SharingApi {

    /** Shares data; what a rule forbids is refused on record. */
    @PostExchange
    @Operation(operationId = "shareData", summary = "Share data with a partner agency or the commissioner")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(
            invalid = {"date-past", "person-not-in-referral", "reason-required"},
            conflict = {
                "article-9-condition-required",
                "consent-disputed",
                "consent-not-covering-category",
                "consent-not-covering-recipient",
                "consent-not-in-force",
                "family-excluded-recipient",
                "gateway-not-covering-recipient",
                "gateway-not-recorded",
                "parents-consent-ended"
            })
    ResponseEntity<Reply> share(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody SharingForm form);

    /** Asks back what was shared; the access ends at once. */
    @PostExchange("/{sharing}/recall")
    @Operation(operationId = "recallSharing", summary = "Ask back what was shared")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "no-such-sharing", conflict = "already-recalled")
    ResponseEntity<Reply> recall(
            @PathVariable("id") String id,
            @PathVariable("sharing") String sharing,
            CommandHeaders headers,
            @Valid @RequestBody RecallForm form);

    /** The recipient says what became of it. */
    @PostExchange("/{sharing}/recall-acknowledgement")
    @Operation(operationId = "acknowledgeRecall", summary = "Say what became of data that was asked back")
    @ForWhom("The agency that received it.")
    @Answers(202)
    @GivesProblems(conflict = {"not-possible-now", "nothing-to-acknowledge"})
    ResponseEntity<Reply> acknowledge(
            @PathVariable("id") String id,
            @PathVariable("sharing") String sharing,
            CommandHeaders headers,
            @Valid @RequestBody RecallAnswerForm form);

    /** What is shared, with whom, why, and under which basis. */
    record SharingForm(
            @NotNull Agency recipient,
            @NotBlank @Size(max = 200) String recipientName,
            @NotEmpty List<@NotNull @Identifier String> people,
            @NotEmpty List<@NotNull InformationCategory> categories,

            @NotEmpty @Size(max = 40) List<@NotBlank @Pattern(regexp = PersonDetail.SHAREABLE) String> fields,

            @NotNull SharingPurpose purpose,
            @NotNull LawfulBasis basis,
            @Nullable @Identifier String overrideId,
            @Nullable Article9Condition article9Condition,
            @NotBlank @Size(max = 4000) String necessity,
            @NotBlank @Size(max = 4000) String proportionality,
            @NotNull SharingChannel channel,
            @NotNull Boolean familyTold,
            @Nullable @Size(max = 4000) String familyNotToldReason,
            @NotNull LocalDate accessUntil) {}

    /** Why it is asked back. */
    record RecallForm(
            @NotNull RecallCause cause,
            @Nullable @Size(max = 4000) String reason) {}

    /** What was done with it. */
    record RecallAnswerForm(@NotNull RecallAnswer answer) {}
}

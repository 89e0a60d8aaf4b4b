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
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DisputeOutcome;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.ObjectionOutcome;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.events.referral.SafeguardingReason;
import uk.earlyhelphub.events.referral.WithdrawalChannel;

/** Asking for consent, and recording every answer. */
@Tag(
        name = "Consent",
        description =
                "Asking for consent, recording every answer, and going on without consent where the law allows it.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}", contentType = "application/json")
public interface ConsentApi {

    /** Somebody was asked; the answer's id is that of the consent that they may give. */
    @PostExchange("/consent-requests")
    @Operation(operationId = "requestConsent", summary = "Record that somebody was asked for consent")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(invalid = {"date-ahead", "date-past", "person-not-in-referral"})
    ResponseEntity<Reply> request(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody RequestForm form);

    /** Somebody said yes. */
    @PostExchange("/consents")
    @Operation(operationId = "giveConsent", summary = "Record a consent, with everything that makes it demonstrable")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(
            invalid = {
                "adult-answers-for-self",
                "agencies-required",
                "answers-for-self",
                "competence-required",
                "consent-of-another-person",
                "date-ahead",
                "date-past",
                "notice-version-not-in-force",
                "parental-responsibility-required",
                "not-16-or-17",
                "person-not-in-referral",
                "purpose-required",
                "unborn-answers-for-nobody",
                "young-person-answers-for-self"
            },
            conflict = {"already-answered", "child-refused"})
    ResponseEntity<Reply> give(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ConsentForm form);

    /** Somebody said no. */
    @PostExchange("/consent-refusals")
    @Operation(operationId = "refuseConsent", summary = "Record that consent was refused")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(
            invalid = {
                "adult-answers-for-self",
                "answers-for-self",
                "competence-required",
                "consent-of-another-person",
                "date-ahead",
                "not-16-or-17",
                "parental-responsibility-required",
                "person-not-in-referral",
                "unborn-answers-for-nobody",
                "young-person-answers-for-self"
            },
            conflict = "already-answered")
    ResponseEntity<Reply> refuse(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody RefusalForm form);

    /** A yes is taken back: every access that rested on it closes at once. */
    @PostExchange("/consent-withdrawals")
    @Operation(operationId = "withdrawConsent", summary = "Record that consent was withdrawn")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(
            invalid = {
                "competence-required",
                "consent-not-given",
                "date-ahead",
                "may-not-withdraw",
                "person-not-in-referral",
                "unborn-answers-for-nobody"
            })
    ResponseEntity<Reply> withdraw(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody WithdrawalForm form);

    /** Somebody is against something that others answer for: it ends nothing, and a colleague looks at it the same day. */
    @PostExchange("/consent-objections")
    @Operation(operationId = "recordObjection", summary = "Record what somebody says who may not answer for the person")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(invalid = {"date-ahead", "person-not-in-referral"})
    ResponseEntity<Reply> object(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ObjectionForm form);

    /** A colleague looked at an objection and says what becomes of it. */
    @PostExchange("/consent-objections/{objection}/answer")
    @Operation(operationId = "answerObjection", summary = "Say what becomes of an objection, and why")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(conflict = "no-open-objection")
    ResponseEntity<Reply> answerObjection(
            @PathVariable("id") String id,
            @PathVariable("objection") String objection,
            CommandHeaders headers,
            @Valid @RequestBody ObjectionAnswerForm form);

    /** Parents gave different answers, and a manager decides what goes ahead. */
    @PostExchange("/consent-dispute-decisions")
    @Operation(
            operationId = "decideConsentDispute",
            summary = "Decide where those who hold parental responsibility disagree")
    @ForWhom("Managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "person-not-in-referral", conflict = "no-dispute")
    ResponseEntity<Reply> decideDispute(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody DisputeDecisionForm form);

    /** A consent must be asked again. */
    @PostExchange("/consent-reviews")
    @Operation(operationId = "reachConsentReview", summary = "Record that a consent must be asked again")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(
            invalid = {"consent-not-given", "date-ahead"},
            conflict = "not-an-adult")
    ResponseEntity<Reply> review(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody ReviewForm form);

    /** A manager decides to go on without consent. */
    @PostExchange("/consent-overrides")
    @Operation(operationId = "overrideConsent", summary = "Go on without consent, by a legal gateway")
    @ForWhom("Managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(
            invalid = {"date-past", "gateway-not-available", "person-not-in-referral", "safeguarding-reason-required"})
    ResponseEntity<Reply> override(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody OverrideForm form);

    /** A request for consent. */
    record RequestForm(
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotNull LocalDate requestedOn,
            @NotNull LocalDate respondBy) {}

    /** The assessment of a child's understanding. */
    record CompetenceForm(
            @NotBlank @Size(max = 100) String assessedBy,
            @NotBlank @Size(max = 4000) String reasons) {}

    /** A yes, with everything that makes it demonstrable (Art 7(1), R6). */
    record ConsentForm(
            @Nullable @Identifier String consentId,
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @Nullable List<@NotNull Agency> agencies,
            @Nullable List<@NotNull InformationCategory> categories,
            @NotBlank @Identifier String givenBy,
            @NotNull Capacity capacity,
            @Nullable @Valid CompetenceForm competence,
            @NotNull AnswerMethod method,
            @NotBlank @Size(max = 40) String wordingVersion,
            @NotBlank @Size(max = 40) String noticeVersion,
            @NotNull LocalDate givenOn,
            @NotNull LocalDate reviewOn) {}

    /** A no. */
    record RefusalForm(
            @Nullable @Identifier String consentId,
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotBlank @Identifier String refusedBy,
            @NotNull Capacity capacity,
            @Nullable @Valid CompetenceForm competence,
            @NotNull LocalDate refusedOn,
            @Nullable @Size(max = 4000) String reason) {}

    /** A withdrawal. */
    record WithdrawalForm(
            @NotBlank @Identifier String consentId,
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotBlank @Identifier String withdrawnBy,
            @NotNull WithdrawalChannel channel,
            @NotNull LocalDate withdrawnOn,
            @Nullable @Size(max = 4000) String reason,
            @Nullable @Valid CompetenceForm competence) {}

    /** What somebody says who may not answer for the person. */
    record ObjectionForm(
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotBlank @Identifier String objectedBy,
            @NotNull WithdrawalChannel channel,
            @NotNull LocalDate objectedOn,
            @Nullable @Size(max = 4000) String reason) {}

    /** What becomes of an objection. */
    record ObjectionAnswerForm(
            @NotNull ObjectionOutcome outcome,
            @NotBlank @Size(max = 4000) String reason) {}

    /** A manager's decision where parents disagree. */
    record DisputeDecisionForm(
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotNull DisputeOutcome outcome,
            @NotBlank @Size(max = 4000) String reason) {}

    /** A review that came due. */
    record ReviewForm(
            @NotBlank @Identifier String consentId,
            @NotBlank @Identifier String personId,
            @NotNull ReviewCause cause,
            @NotNull LocalDate dueOn) {}

    /** A decision to go on without consent. */
    record OverrideForm(
            @NotEmpty List<@NotNull @Identifier String> people,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @Nullable List<@NotNull Agency> agencies,
            @NotNull Gateway gateway,
            @NotBlank @Size(max = 400) String enactment,
            @Nullable Article9Condition article9Condition,
            @Nullable SafeguardingReason safeguardingReason,
            @NotBlank @Size(max = 4000) String reason,
            @NotNull LocalDate endsOn) {}
}

package uk.earlyhelphub.command.referral.consent;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.ObjectionId;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.DisputeOutcome;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.ObjectionAnswered;
import uk.earlyhelphub.events.referral.ObjectionOutcome;
import uk.earlyhelphub.events.referral.ObjectionRecorded;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.events.referral.SafeguardingReason;
import uk.earlyhelphub.events.referral.WithdrawalChannel;
import uk.earlyhelphub.platform.web.Caller;

/** Asking for consent, and recording every answer. */
@RestController
@RequestMapping(path = "/api/referrals/{id}", consumes = "application/json")
class ConsentEndpoints {
    private final CommandSender sender;

    ConsentEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** A request for consent. */
    record RequestForm(
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotNull LocalDate requestedOn,
            @NotNull LocalDate respondBy) {}

    @PostMapping("/consent-requests")
    ResponseEntity<?> request(Caller caller, @PathVariable("id") String path, @Valid @RequestBody RequestForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var consent = new ConsentId(caller.derived("consent"));
        return sending.made(
                new RequestConsent(
                        id, consent, person(form.personId()), form.purposes(), form.requestedOn(), form.respondBy()),
                consent.value());
    }

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

    @PostMapping("/consents")
    ResponseEntity<?> give(Caller caller, @PathVariable("id") String path, @Valid @RequestBody ConsentForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var consent = new ConsentId(
                form.consentId() == null ? caller.derived("consent") : CommandSender.id(form.consentId()));
        var person = person(form.personId());
        return sending.made(
                new RecordConsent(
                        id,
                        consent,
                        person,
                        form.purposes(),
                        form.agencies() == null ? List.of() : form.agencies(),
                        form.categories() == null ? List.of() : form.categories(),
                        person(form.givenBy()),
                        form.capacity(),
                        competence(ConsentGiven.class, person, form.competence(), sending),
                        form.method(),
                        form.wordingVersion(),
                        form.noticeVersion(),
                        form.givenOn(),
                        form.reviewOn()),
                consent.value());
    }

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

    @PostMapping("/consent-refusals")
    ResponseEntity<?> refuse(Caller caller, @PathVariable("id") String path, @Valid @RequestBody RefusalForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var consent = new ConsentId(
                form.consentId() == null ? caller.derived("consent") : CommandSender.id(form.consentId()));
        var person = person(form.personId());
        return sending.made(
                new RefuseConsent(
                        id,
                        consent,
                        person,
                        form.purposes(),
                        person(form.refusedBy()),
                        form.capacity(),
                        competence(ConsentRefused.class, person, form.competence(), sending),
                        form.refusedOn(),
                        sending.ofIfAny(ConsentRefused.class, "reason", person, form.reason())),
                consent.value());
    }

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

    @PostMapping("/consent-withdrawals")
    ResponseEntity<?> withdraw(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody WithdrawalForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var person = person(form.personId());
        var reason = sending.ofIfAny(ConsentWithdrawn.class, "reason", person, form.reason());
        return sending.done(new WithdrawConsent(
                id,
                new ConsentId(CommandSender.id(form.consentId())),
                person,
                form.purposes(),
                person(form.withdrawnBy()),
                form.channel(),
                form.withdrawnOn(),
                reason,
                competence(ConsentWithdrawn.class, person, form.competence(), sending)));
    }

    /** What somebody says who may not answer for the person. */
    record ObjectionForm(
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotBlank @Identifier String objectedBy,
            @NotNull WithdrawalChannel channel,
            @NotNull LocalDate objectedOn,
            @Nullable @Size(max = 4000) String reason) {}

    @PostMapping("/consent-objections")
    ResponseEntity<?> object(Caller caller, @PathVariable("id") String path, @Valid @RequestBody ObjectionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var objection = new ObjectionId(caller.derived("objection"));
        var by = person(form.objectedBy());
        return sending.made(
                new RecordObjection(
                        id,
                        objection,
                        person(form.personId()),
                        form.purposes(),
                        by,
                        form.channel(),
                        form.objectedOn(),
                        sending.ofIfAny(ObjectionRecorded.class, "reason", by, form.reason())),
                objection.value());
    }

    /** What becomes of an objection. */
    record ObjectionAnswerForm(
            @NotNull ObjectionOutcome outcome,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/consent-objections/{objection}/answer")
    ResponseEntity<?> answerObjection(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("objection") String objection,
            @Valid @RequestBody ObjectionAnswerForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        return sending.done(new AnswerObjection(
                id,
                new ObjectionId(CommandSender.id(objection)),
                form.outcome(),
                sending.about(ObjectionAnswered.class, "reason", form.reason())));
    }

    /** A manager's decision where parents disagree. */
    record DisputeDecisionForm(
            @NotBlank @Identifier String personId,
            @NotEmpty List<@NotNull ConsentPurpose> purposes,
            @NotNull DisputeOutcome outcome,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/consent-dispute-decisions")
    ResponseEntity<?> decideDispute(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody DisputeDecisionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var person = person(form.personId());
        return sending.done(new DecideConsentDispute(
                id,
                person,
                form.purposes(),
                form.outcome(),
                sending.of(ConsentDisputeDecided.class, "reason", person, form.reason())));
    }

    /** A review that came due. */
    record ReviewForm(
            @NotBlank @Identifier String consentId,
            @NotBlank @Identifier String personId,
            @NotNull ReviewCause cause,
            @NotNull LocalDate dueOn) {}

    @PostMapping("/consent-reviews")
    ResponseEntity<?> review(Caller caller, @PathVariable("id") String path, @Valid @RequestBody ReviewForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        return sending.done(new ReachConsentReview(
                id,
                new ConsentId(CommandSender.id(form.consentId())),
                person(form.personId()),
                form.cause(),
                form.dueOn()));
    }

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

    @PostMapping("/consent-overrides")
    ResponseEntity<?> override(Caller caller, @PathVariable("id") String path, @Valid @RequestBody OverrideForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var override = new OverrideId(caller.derived("override"));
        return sending.made(
                new OverrideConsent(
                        id,
                        override,
                        form.people().stream().map(ConsentEndpoints::person).toList(),
                        form.purposes(),
                        form.agencies() == null ? List.of() : form.agencies(),
                        form.gateway(),
                        form.enactment(),
                        form.article9Condition(),
                        form.safeguardingReason(),
                        sending.about(ConsentOverridden.class, "reason", form.reason()),
                        form.endsOn()),
                override.value());
    }

    private static @Nullable Competence competence(
            Class<? extends HubEvent> event, PersonId person, @Nullable CompetenceForm form, Sending sending) {
        return form == null
                ? null
                : new Competence(form.assessedBy(), sending.of(event, "reasons", person, form.reasons()));
    }

    private static PersonId person(String id) {
        return new PersonId(CommandSender.id(id));
    }
}

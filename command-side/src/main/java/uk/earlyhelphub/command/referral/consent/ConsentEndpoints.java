package uk.earlyhelphub.command.referral.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.ConsentApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.ObjectionId;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.ObjectionAnswered;
import uk.earlyhelphub.events.referral.ObjectionRecorded;

/** Asking for consent, and recording every answer. */
@RestController
class ConsentEndpoints implements ConsentApi {
    private final CommandSender sender;

    ConsentEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> request(String path, CommandHeaders headers, RequestForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var consent = new ConsentId(sending.newId("consent"));
        return sending.made(
                new RequestConsent(
                        id, consent, person(form.personId()), form.purposes(), form.requestedOn(), form.respondBy()),
                consent.value());
    }

    @Override
    public ResponseEntity<Reply> give(String path, CommandHeaders headers, ConsentForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var consent =
                new ConsentId(form.consentId() == null ? sending.newId("consent") : CommandSender.id(form.consentId()));
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

    @Override
    public ResponseEntity<Reply> refuse(String path, CommandHeaders headers, RefusalForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var consent =
                new ConsentId(form.consentId() == null ? sending.newId("consent") : CommandSender.id(form.consentId()));
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

    @Override
    public ResponseEntity<Reply> withdraw(String path, CommandHeaders headers, WithdrawalForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
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

    @Override
    public ResponseEntity<Reply> object(String path, CommandHeaders headers, ObjectionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var objection = new ObjectionId(sending.newId("objection"));
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

    @Override
    public ResponseEntity<Reply> answerObjection(
            String path, String objection, CommandHeaders headers, ObjectionAnswerForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        return sending.done(new AnswerObjection(
                id,
                new ObjectionId(CommandSender.id(objection)),
                form.outcome(),
                sending.about(ObjectionAnswered.class, "reason", form.reason())));
    }

    @Override
    public ResponseEntity<Reply> decideDispute(String path, CommandHeaders headers, DisputeDecisionForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var person = person(form.personId());
        return sending.done(new DecideConsentDispute(
                id,
                person,
                form.purposes(),
                form.outcome(),
                sending.of(ConsentDisputeDecided.class, "reason", person, form.reason())));
    }

    @Override
    public ResponseEntity<Reply> review(String path, CommandHeaders headers, ReviewForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        return sending.done(new ReachConsentReview(
                id,
                new ConsentId(CommandSender.id(form.consentId())),
                person(form.personId()),
                form.cause(),
                form.dueOn()));
    }

    @Override
    public ResponseEntity<Reply> override(String path, CommandHeaders headers, OverrideForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var override = new OverrideId(sending.newId("override"));
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

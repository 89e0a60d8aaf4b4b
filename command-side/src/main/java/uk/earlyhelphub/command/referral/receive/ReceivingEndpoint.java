package uk.earlyhelphub.command.referral.receive;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.PersonForm;
import uk.earlyhelphub.api.referral.ReceivingApi;
import uk.earlyhelphub.api.referral.ReferralReply;
import uk.earlyhelphub.command.referral.information.NewInformation;
import uk.earlyhelphub.command.referral.people.SealedPerson;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.ids.Identifiers;
import uk.earlyhelphub.events.ids.InformationId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.Need;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.platform.commands.Refused;

/** Receiving a referral. */
@RestController
class ReceivingEndpoint implements ReceivingApi {
    private final CommandSender sender;

    ReceivingEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<ReferralReply> receive(CommandHeaders headers, ReferralForm form) {
        var id = new ReferralId(sender.newId("referral"));
        requireKeysOnce(form.people());
        var child = idOf(form.child());
        var sending = sender.beginning(id, child, Purpose.CLARIFY_REFERRAL);
        var people = form.people().stream()
                .map(person -> SealedPerson.of(idOf(person.key()), person, this::idOf, sending.preparation()))
                .toList();
        var command = new ReceiveReferral(
                id,
                arrival(form, child, sending),
                people,
                information(form, sending),
                new HandoverId(sending.newId("handover")),
                sending.aboutIfAny(SteppedUpToSocialCare.class, "reason", form.immediateRiskReason()));
        return named(sending.made(command, id.value()), Identifiers.reference(id.value()));
    }

    private static ResponseEntity<ReferralReply> named(ResponseEntity<Reply> made, String reference) {
        var reply = Objects.requireNonNull(made.getBody());
        return ResponseEntity.status(made.getStatusCode())
                .headers(made.getHeaders())
                .body(new ReferralReply(
                        reply.id(),
                        Objects.requireNonNull(reply.version(), "whoever receives a referral may see it"),
                        reference));
    }

    private static void requireKeysOnce(List<PersonForm> forms) {
        var keys = new HashSet<String>();
        for (int i = 0; i < forms.size(); i++) {
            if (!keys.add(forms.get(i).key())) {
                throw Refused.by(ReceivingRule.KEY_TWICE, "people[" + i + "].key", "Two people have the same key.");
            }
        }
    }

    /** A key that no person of the form has names nobody; the command says so. */
    private PersonId idOf(String key) {
        return new PersonId(sender.newId("person/" + key));
    }

    private static Arrival arrival(ReferralForm form, PersonId child, Sending sending) {
        var type = ReferralReceived.class;
        var referrer = form.referrer();
        var referrerId = new PersonId(sending.newId("referrer"));
        return new Arrival(
                form.channel(),
                form.receivedOn(),
                form.area(),
                form.team(),
                new Referrer(
                        referrerId,
                        referrer.kind(),
                        sending.ofIfAny(type, "name", referrerId, referrer.name()),
                        sending.ofIfAny(type, "contact", referrerId, referrer.contact()),
                        sending.ofIfAny(type, "organisation", referrerId, referrer.organisation()),
                        null,
                        referrer.anonymousToFamily()),
                form.familyAware(),
                sending.aboutIfAny(type, "familyNotAwareReason", form.familyNotAwareReason()),
                form.immediateRisk(),
                child,
                sending.about(type, "summary", form.summary()),
                form.needs() == null
                        ? List.of()
                        : form.needs().stream()
                                .map(n -> new Need(n.domain(), n.score()))
                                .toList(),
                sending.aboutIfAny(type, "strengths", form.strengths()),
                sending.aboutIfAny(type, "worries", form.worries()),
                sending.aboutIfAny(type, "childsViews", form.childsViews()),
                sending.aboutIfAny(type, "parentsViews", form.parentsViews()),
                sending.aboutIfAny(type, "mustNotSee", form.mustNotSee()),
                form.excludedAgencies() == null ? List.of() : form.excludedAgencies(),
                form.searchId(),
                form.previousReferral() == null ? null : CommandSender.referral(form.previousReferral()));
    }

    private List<NewInformation> information(ReferralForm form, Sending sending) {
        var forms = form.information() == null ? List.<InformationForm>of() : form.information();
        var type = InformationRecorded.class;
        return IntStream.range(0, forms.size())
                .mapToObj(n -> {
                    var told = forms.get(n);
                    var about = idOf(told.person());
                    return new NewInformation(
                            new InformationId(sending.newId("information/" + n)),
                            about,
                            told.category(),
                            told.kind(),
                            sending.of(type, "text", about, told.text()),
                            sending.of(type, "source", about, told.source()),
                            told.statedOn());
                })
                .toList();
    }
}

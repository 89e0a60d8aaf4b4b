package uk.earlyhelphub.command.referral.receive;

import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.referral.information.NewInformation;
import uk.earlyhelphub.command.referral.people.PersonForm;
import uk.earlyhelphub.command.referral.people.SealedPerson;
import uk.earlyhelphub.command.referral.receive.ReferralForm.InformationForm;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.HandoverId;
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
import uk.earlyhelphub.platform.web.Caller;

/** Receiving a referral. */
@RestController
class ReceivingEndpoint {
    private final CommandSender sender;

    ReceivingEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping(path = "/api/referrals", consumes = "application/json")
    ResponseEntity<?> receive(Caller caller, @Valid @RequestBody ReferralForm form) {
        var id = new ReferralId(caller.derived("referral"));
        requireKeysOnce(form.people());
        var child = idOf(form.child(), caller);
        var sending = sender.beginning(id, child, caller, Purpose.CLARIFY_REFERRAL);
        var people = form.people().stream()
                .map(person -> SealedPerson.of(
                        idOf(person.key(), caller), person, key -> idOf(key, caller), sending.preparation()))
                .toList();
        var command = new ReceiveReferral(
                id,
                arrival(form, child, caller, sending),
                people,
                information(form, caller, sending),
                new HandoverId(caller.derived("handover")),
                sending.aboutIfAny(SteppedUpToSocialCare.class, "reason", form.immediateRiskReason()));
        return sending.made(command, id.value());
    }

    private static void requireKeysOnce(List<PersonForm> forms) {
        var keys = new HashSet<String>();
        for (int i = 0; i < forms.size(); i++) {
            if (!keys.add(forms.get(i).key())) {
                throw Refused.invalid("people[" + i + "].key", "key-twice", "Two people have the same key.");
            }
        }
    }

    /** A key that no person of the form has names nobody; the command says so. */
    private static PersonId idOf(String key, Caller caller) {
        return new PersonId(caller.derived("person/" + key));
    }

    private static Arrival arrival(ReferralForm form, PersonId child, Caller caller, Sending sending) {
        var type = ReferralReceived.class;
        var referrer = form.referrer();
        var referrerId = new PersonId(caller.derived("referrer"));
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

    private static List<NewInformation> information(ReferralForm form, Caller caller, Sending sending) {
        var forms = form.information() == null ? List.<InformationForm>of() : form.information();
        var type = InformationRecorded.class;
        return IntStream.range(0, forms.size())
                .mapToObj(n -> {
                    var told = forms.get(n);
                    var about = idOf(told.person(), caller);
                    return new NewInformation(
                            new InformationId(caller.derived("information/" + n)),
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

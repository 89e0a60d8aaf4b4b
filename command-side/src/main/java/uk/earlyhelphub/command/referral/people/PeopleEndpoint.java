package uk.earlyhelphub.command.referral.people;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.PeopleApi;
import uk.earlyhelphub.api.referral.PersonForm;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;

/** Adding somebody to the family. */
@RestController
class PeopleEndpoint implements PeopleApi {
    private final CommandSender sender;

    PeopleEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> add(String path, CommandHeaders headers, PersonForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var person = new PersonId(sending.newId("person/" + form.key()));
        var sealed = SealedPerson.of(person, form, key -> new PersonId(CommandSender.id(key)), sending.preparation());
        return sending.made(new AddPerson(id, sealed), person.value());
    }
}

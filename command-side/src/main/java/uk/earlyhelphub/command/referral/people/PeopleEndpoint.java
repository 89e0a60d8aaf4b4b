package uk.earlyhelphub.command.referral.people;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.platform.web.Caller;

/** Adding somebody to the family. */
@RestController
class PeopleEndpoint {
    private final CommandSender sender;

    PeopleEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping(path = "/api/referrals/{id}/people", consumes = "application/json")
    ResponseEntity<?> add(Caller caller, @PathVariable("id") String path, @Valid @RequestBody PersonForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var person = new PersonId(caller.derived("person/" + form.key()));
        var sealed = SealedPerson.of(person, form, key -> new PersonId(CommandSender.id(key)), sending.preparation());
        return sending.made(new AddPerson(id, sealed), person.value());
    }
}

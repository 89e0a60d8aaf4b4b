package uk.earlyhelphub.command.referral.link;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.platform.web.Caller;

/** Recognising somebody as a person the Hub knows, and taking that back. */
@RestController
class LinkEndpoints {
    private final CommandSender sender;

    LinkEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** Two records of one person. {@code searchId} is of the search that has shown the other one. */
    record LinkForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Identifier String samePersonAs,
            @NotBlank @Size(max = 4000) String reason,
            @NotBlank @Size(max = 40) String searchId) {}

    /** Two records that were taken for one person's. */
    record UnlinkForm(
            @NotBlank @Identifier String personId,
            @NotBlank @Identifier String samePersonAs,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping(path = "/api/referrals/{id}/links", consumes = "application/json")
    ResponseEntity<?> link(Caller caller, @PathVariable("id") String path, @Valid @RequestBody LinkForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        return sending.done(new LinkPerson(
                id,
                person(form.personId()),
                person(form.samePersonAs()),
                sending.about(PersonLinked.class, "reason", form.reason()),
                form.searchId()));
    }

    @PostMapping(path = "/api/referrals/{id}/unlinks", consumes = "application/json")
    ResponseEntity<?> unlink(Caller caller, @PathVariable("id") String path, @Valid @RequestBody UnlinkForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        return sending.done(new UnlinkPerson(
                id,
                person(form.personId()),
                person(form.samePersonAs()),
                sending.about(PersonUnlinked.class, "reason", form.reason())));
    }

    private static PersonId person(String id) {
        return new PersonId(CommandSender.id(id));
    }
}

package uk.earlyhelphub.command.referral.link;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.LinkApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;

/** Recognising somebody as a person the Hub knows, and taking that back. */
@RestController
class LinkEndpoints implements LinkApi {
    private final CommandSender sender;

    LinkEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> link(String path, CommandHeaders headers, LinkForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        return sending.done(new LinkPerson(
                id,
                person(form.personId()),
                person(form.samePersonAs()),
                sending.about(PersonLinked.class, "reason", form.reason()),
                form.searchId()));
    }

    @Override
    public ResponseEntity<Reply> unlink(String path, CommandHeaders headers, UnlinkForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
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

package uk.earlyhelphub.command.referral.notice;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.NoticeApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;

/** Giving the privacy notice. */
@RestController
class NoticeEndpoint implements NoticeApi {
    private final CommandSender sender;

    NoticeEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> give(String path, CommandHeaders headers, NoticeForm form) {
        var id = CommandSender.referral(path);
        return sender.on(id, Purpose.CLARIFY_REFERRAL)
                .done(new GivePrivacyNotice(
                        id,
                        new PersonId(CommandSender.id(form.personId())),
                        form.noticeVersion(),
                        form.method(),
                        form.givenOn()));
    }
}

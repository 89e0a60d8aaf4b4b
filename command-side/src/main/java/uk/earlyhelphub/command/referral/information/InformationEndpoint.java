package uk.earlyhelphub.command.referral.information;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.InformationApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.InformationId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.InformationRecorded;

/** Writing down what is known of somebody. */
@RestController
class InformationEndpoint implements InformationApi {
    private final CommandSender sender;

    InformationEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> record(String path, CommandHeaders headers, MoreInformationForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var person = new PersonId(CommandSender.id(form.personId()));
        var information = new InformationId(sending.newId("information"));
        return sending.made(
                new RecordInformation(
                        id,
                        new NewInformation(
                                information,
                                person,
                                form.category(),
                                form.kind(),
                                sending.of(InformationRecorded.class, "text", person, form.text()),
                                sending.of(InformationRecorded.class, "source", person, form.source()),
                                form.statedOn())),
                information.value());
    }
}

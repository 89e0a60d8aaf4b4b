package uk.earlyhelphub.command.serviceoffer;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.serviceoffer.ServiceOfferApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.metadata.Purpose;

/** Keeping the directory of services. */
@RestController
class OfferEndpoints implements ServiceOfferApi {
    private final CommandSender sender;

    OfferEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> register(CommandHeaders headers, ServiceForm form) {
        var id = new OfferId(sender.newId("offer"));
        var command = new RegisterServiceOffer(
                id,
                form.name(),
                form.provider(),
                form.description(),
                form.needs(),
                form.levels(),
                form.areas(),
                form.places());
        return sending(id).made(command, id.value());
    }

    @Override
    public ResponseEntity<Reply> capacity(String path, CommandHeaders headers, CapacityForm form) {
        var id = new OfferId(CommandSender.id(path));
        return sending(id).done(new ChangeCapacity(id, form.places(), form.reason()));
    }

    @Override
    public ResponseEntity<Reply> withdraw(String path, CommandHeaders headers, OfferWithdrawalForm form) {
        var id = new OfferId(CommandSender.id(path));
        return sending(id).done(new WithdrawServiceOffer(id, form.reason()));
    }

    private Sending sending(OfferId id) {
        return sender.about(id.value(), "/api/services/" + id, null, Purpose.OPERATE);
    }
}

package uk.earlyhelphub.command.referral.stepup;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.HandoverApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.SteppedDownFromSocialCare;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;

/** Handing over to social care, and back. */
@RestController
class HandoverEndpoints implements HandoverApi {
    private final CommandSender sender;

    HandoverEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> stepUp(String path, CommandHeaders headers, HandoverForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.PROTECT);
        var handover = new HandoverId(sending.newId("handover"));
        var reason = sending.about(SteppedUpToSocialCare.class, "reason", form.reason());
        return sending.made(new StepUpToSocialCare(id, handover, reason), handover.value());
    }

    @Override
    public ResponseEntity<Reply> stepDown(String path, CommandHeaders headers, HandoverForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.PROTECT);
        var handover = new HandoverId(sending.newId("handover"));
        var reason = sending.about(SteppedDownFromSocialCare.class, "reason", form.reason());
        return sending.made(new StepDownFromSocialCare(id, handover, reason), handover.value());
    }

    @Override
    public ResponseEntity<Reply> acknowledge(String path, String handover, CommandHeaders headers, ReceiptForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.PROTECT);
        var command = new AcknowledgeHandover(id, new HandoverId(CommandSender.id(handover)), form.acknowledgedBy());
        return sending.done(command);
    }
}

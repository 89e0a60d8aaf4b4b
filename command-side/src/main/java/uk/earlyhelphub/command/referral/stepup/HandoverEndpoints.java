package uk.earlyhelphub.command.referral.stepup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.SteppedDownFromSocialCare;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.platform.web.Caller;

/** Handing over to social care, and back. */
@RestController
@RequestMapping(path = "/api/referrals/{id}", consumes = "application/json")
class HandoverEndpoints {
    private final CommandSender sender;

    HandoverEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** Why. */
    record HandoverForm(@NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/step-up")
    ResponseEntity<?> stepUp(Caller caller, @PathVariable("id") String path, @Valid @RequestBody HandoverForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.PROTECT);
        var handover = new HandoverId(caller.derived("handover"));
        var reason = sending.about(SteppedUpToSocialCare.class, "reason", form.reason());
        return sending.made(new StepUpToSocialCare(id, handover, reason), handover.value());
    }

    @PostMapping("/step-down")
    ResponseEntity<?> stepDown(Caller caller, @PathVariable("id") String path, @Valid @RequestBody HandoverForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.PROTECT);
        var handover = new HandoverId(caller.derived("handover"));
        var reason = sending.about(SteppedDownFromSocialCare.class, "reason", form.reason());
        return sending.made(new StepDownFromSocialCare(id, handover, reason), handover.value());
    }

    /** Who confirmed it on the other side. */
    record ReceiptForm(@NotBlank @Size(max = 100) String acknowledgedBy) {}

    @PostMapping("/handovers/{handover}/acknowledgement")
    ResponseEntity<?> acknowledge(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("handover") String handover,
            @Valid @RequestBody ReceiptForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.PROTECT);
        var command = new AcknowledgeHandover(id, new HandoverId(CommandSender.id(handover)), form.acknowledgedBy());
        return sending.done(command);
    }
}

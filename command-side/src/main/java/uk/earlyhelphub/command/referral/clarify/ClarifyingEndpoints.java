package uk.earlyhelphub.command.referral.clarify;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.ClarifyingApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;

/** Asking the referrer for what is missing. */
@RestController
class ClarifyingEndpoints implements ClarifyingApi {
    private final CommandSender sender;

    ClarifyingEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> ask(String path, CommandHeaders headers, ReturnForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var note = sending.aboutIfAny(ReferralReturnedForInformation.class, "note", form.note());
        return sending.done(new ReturnForInformation(id, form.missing(), note, form.neededBy()));
    }

    @Override
    public ResponseEntity<Reply> supply(String path, CommandHeaders headers, SupplyForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var note = sending.aboutIfAny(InformationSupplied.class, "note", form.note());
        return sending.done(new SupplyInformation(
                id, form.supplied(), note, form.suppliedOn(), Boolean.TRUE.equals(form.nothingMore())));
    }
}

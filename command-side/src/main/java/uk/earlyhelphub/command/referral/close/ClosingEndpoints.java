package uk.earlyhelphub.command.referral.close;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.ClosingApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.events.referral.ReferrerInformed;

/** Telling the referrer, closing, and opening again. */
@RestController
class ClosingEndpoints implements ClosingApi {
    private final CommandSender sender;

    ClosingEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> inform(String path, CommandHeaders headers, InformForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var what = sending.aboutIfAny(ReferrerInformed.class, "what", form.what());
        return sending.done(new InformReferrer(id, form.method(), what, form.informedOn()));
    }

    @Override
    public ResponseEntity<Reply> close(String path, CommandHeaders headers, ClosureForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var reason = sending.aboutIfAny(ReferralClosed.class, "reason", form.reason());
        return sending.done(new CloseReferral(id, form.reasonCode(), reason));
    }

    @Override
    public ResponseEntity<Reply> reopen(String path, CommandHeaders headers, ReopeningForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.CLARIFY_REFERRAL);
        var reason = sending.about(ReferralReopened.class, "reason", form.reason());
        return sending.done(new ReopenReferral(id, reason));
    }
}

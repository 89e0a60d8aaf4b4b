package uk.earlyhelphub.command.conflict;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.conflict.ConflictApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;

/** Giving a reason for opening the record of somebody close, and having it judged. */
@RestController
class ConflictEndpoints implements ConflictApi {
    private final CommandSender sender;

    ConflictEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> reason(String path, CommandHeaders headers, ConflictReasonForm form) {
        var referral = CommandSender.referral(path);
        var id = new AccessId(sender.newId("conflict-reason"));
        var sending = sender.about(id.value(), "/api/referrals/" + referral, referral, Purpose.ACCOUNT_FOR_DECISIONS);
        var reason = sending.about(ConflictReasonGiven.class, "reason", form.reason());
        return sending.done(new GiveConflictReason(id, referral, reason));
    }

    @Override
    public ResponseEntity<Reply> review(String path, CommandHeaders headers, ConflictReviewForm form) {
        var id = new AccessId(CommandSender.id(path));
        return sender.about(id.value(), "/api/conflicts", null, Purpose.ACCOUNT_FOR_DECISIONS)
                .done(new ReviewConflict(id, form.outcome()));
    }
}

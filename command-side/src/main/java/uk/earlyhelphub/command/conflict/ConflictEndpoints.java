package uk.earlyhelphub.command.conflict;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.platform.web.Caller;

/** Giving a reason for opening the record of somebody close, and having it judged. */
@RestController
class ConflictEndpoints {
    private final CommandSender sender;

    ConflictEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** Why the caller opens the record all the same. */
    record ConflictReasonForm(
            @NotBlank @Size(min = 10, max = 4000) String reason) {}

    @PostMapping(path = "/api/referrals/{id}/conflict-reasons", consumes = "application/json")
    ResponseEntity<?> reason(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody ConflictReasonForm form) {
        var referral = CommandSender.referral(path);
        var id = new AccessId(caller.derived("conflict-reason"));
        var sending =
                sender.about(id.value(), "/api/referrals/" + referral, referral, caller, Purpose.ACCOUNT_FOR_DECISIONS);
        var reason = sending.about(ConflictReasonGiven.class, "reason", form.reason());
        return sending.done(new GiveConflictReason(id, referral, reason));
    }

    /** How it was judged. */
    record ConflictReviewForm(@NotNull ConflictOutcome outcome) {}

    @PostMapping(path = "/api/conflicts/{access}/review", consumes = "application/json")
    ResponseEntity<?> review(
            Caller caller, @PathVariable("access") String path, @Valid @RequestBody ConflictReviewForm form) {
        var id = new AccessId(CommandSender.id(path));
        return sender.about(id.value(), "/api/conflicts", null, caller, Purpose.ACCOUNT_FOR_DECISIONS)
                .done(new ReviewConflict(id, form.outcome()));
    }
}

package uk.earlyhelphub.command.referral.close;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.InformMethod;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.platform.web.Caller;

/** Telling the referrer, closing, and opening again. */
@RestController
@RequestMapping(path = "/api/referrals/{id}", consumes = "application/json")
class ClosingEndpoints {
    private final CommandSender sender;

    ClosingEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** How and what the referrer was told. */
    record InformForm(
            @NotNull InformMethod method,
            @Nullable @Size(max = 4000) String what,
            @NotNull LocalDate informedOn) {}

    @PostMapping("/referrer-informed")
    ResponseEntity<?> inform(Caller caller, @PathVariable("id") String path, @Valid @RequestBody InformForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var what = sending.aboutIfAny(ReferrerInformed.class, "what", form.what());
        return sending.done(new InformReferrer(id, form.method(), what, form.informedOn()));
    }

    /** Why it is closed. */
    record ClosureForm(
            @NotNull ClosureReason reasonCode,
            @Nullable @Size(max = 4000) String reason) {}

    @PostMapping("/closure")
    ResponseEntity<?> close(Caller caller, @PathVariable("id") String path, @Valid @RequestBody ClosureForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var reason = sending.aboutIfAny(ReferralClosed.class, "reason", form.reason());
        return sending.done(new CloseReferral(id, form.reasonCode(), reason));
    }

    /** Why it is opened again. */
    record ReopeningForm(@NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/reopening")
    ResponseEntity<?> reopen(Caller caller, @PathVariable("id") String path, @Valid @RequestBody ReopeningForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var reason = sending.about(ReferralReopened.class, "reason", form.reason());
        return sending.done(new ReopenReferral(id, reason));
    }
}

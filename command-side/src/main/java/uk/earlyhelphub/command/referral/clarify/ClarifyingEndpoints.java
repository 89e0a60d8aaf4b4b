package uk.earlyhelphub.command.referral.clarify;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.forms.Code;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.platform.web.Caller;

/** Asking the referrer for what is missing. */
@RestController
@RequestMapping(path = "/api/referrals/{id}", consumes = "application/json")
class ClarifyingEndpoints {
    private final CommandSender sender;

    ClarifyingEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** What is missing, and by when it is needed. */
    record ReturnForm(
            @NotEmpty @Size(max = 30) List<@NotBlank @Code String> missing,
            @Nullable @Size(max = 4000) String note,
            @NotNull LocalDate neededBy) {}

    @PostMapping("/information-requests")
    ResponseEntity<?> ask(Caller caller, @PathVariable("id") String path, @Valid @RequestBody ReturnForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var note = sending.aboutIfAny(ReferralReturnedForInformation.class, "note", form.note());
        return sending.done(new ReturnForInformation(id, form.missing(), note, form.neededBy()));
    }

    /** What came back. */
    record SupplyForm(
            @NotEmpty @Size(max = 30) List<@NotBlank @Code String> supplied,
            @Nullable @Size(max = 20000) String note,
            @NotNull LocalDate suppliedOn) {}

    @PostMapping("/information-supplied")
    ResponseEntity<?> supply(Caller caller, @PathVariable("id") String path, @Valid @RequestBody SupplyForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var note = sending.aboutIfAny(InformationSupplied.class, "note", form.note());
        return sending.done(new SupplyInformation(id, form.supplied(), note, form.suppliedOn()));
    }
}

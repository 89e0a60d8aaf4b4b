package uk.earlyhelphub.command.referral.triage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.platform.web.Caller;

/** Setting the level of need. */
@RestController
class TriageEndpoint {
    private final CommandSender sender;

    TriageEndpoint(CommandSender sender) {
        this.sender = sender;
    }

    /** The level, and why. */
    record TriageForm(
            @NotNull LevelOfNeed level,
            @NotBlank @Size(max = 20000) String rationale,
            @NotNull LocalDate triagedOn) {}

    @PostMapping(path = "/api/referrals/{id}/triage", consumes = "application/json")
    ResponseEntity<?> triage(Caller caller, @PathVariable("id") String path, @Valid @RequestBody TriageForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.CLARIFY_REFERRAL);
        var rationale = sending.about(ReferralTriaged.class, "rationale", form.rationale());
        return sending.done(new TriageReferral(id, form.level(), rationale, form.triagedOn()));
    }
}

package uk.earlyhelphub.command.referral.clarify;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.forms.Code;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.platform.web.Caller;

/** Asking the referrer for what is missing. */
@RestController
@RequestMapping(path = "/api/referrals/{id}", consumes = "application/json")
class ClarifyingEndpoints {
    private final CommandSender desk;
    private final Clock clock;

    ClarifyingEndpoints(CommandSender desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What is missing, and by when it is needed. */
    record ReturnForm(
            @NotEmpty @Size(max = 30) List<@NotBlank @Code String> missing,
            @Nullable @Size(max = 4000) String note,
            @NotNull LocalDate neededBy) {}

    @PostMapping("/information-requests")
    ResponseEntity<?> ask(Caller caller, @PathVariable("id") String path, @Valid @RequestBody ReturnForm form) {
        var id = CommandSender.referral(path);
        var note = desk.sealing(id, caller).aboutIfAny(ReferralReturnedForInformation.class, "note", form.note());
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        return desk.act(
                caller,
                Purpose.CLARIFY_REFERRAL,
                new ReturnForInformation(
                        new ReferralReturnedForInformation(id, form.missing(), note, today, form.neededBy())),
                id.value(),
                "/api/referrals/" + id);
    }

    /** What came back. */
    record SupplyForm(
            @NotEmpty @Size(max = 30) List<@NotBlank @Code String> supplied,
            @Nullable @Size(max = 20000) String note,
            @NotNull LocalDate suppliedOn) {}

    @PostMapping("/information-supplied")
    ResponseEntity<?> supply(Caller caller, @PathVariable("id") String path, @Valid @RequestBody SupplyForm form) {
        var id = CommandSender.referral(path);
        var note = desk.sealing(id, caller).aboutIfAny(InformationSupplied.class, "note", form.note());
        return desk.act(
                caller,
                Purpose.CLARIFY_REFERRAL,
                new SupplyInformation(new InformationSupplied(id, form.supplied(), note, form.suppliedOn())),
                id.value(),
                "/api/referrals/" + id);
    }
}

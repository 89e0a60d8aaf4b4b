package uk.earlyhelphub.command.serviceoffer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;
import uk.earlyhelphub.platform.web.Caller;

/** Keeping the directory of services. */
@RestController
@RequestMapping(path = "/api/services", consumes = "application/json")
class OfferEndpoints {
    private final CommandSender sender;

    OfferEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** A service, for whom it is, and how many it can take. */
    record ServiceForm(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 100) String provider,
            @NotBlank @Size(max = 4000) String description,
            @NotEmpty List<@NotNull NeedDomain> needs,
            @NotEmpty List<@NotNull LevelOfNeed> levels,
            @NotEmpty @Size(max = 60) List<@NotBlank @Size(max = 60) String> areas,
            @NotNull @Min(0) @Max(10000) Integer places) {}

    @PostMapping
    ResponseEntity<?> register(Caller caller, @Valid @RequestBody ServiceForm form) {
        var id = new OfferId(caller.derived("offer"));
        var command = new RegisterServiceOffer(
                id,
                form.name(),
                form.provider(),
                form.description(),
                form.needs(),
                form.levels(),
                form.areas(),
                form.places());
        return sending(caller, id).made(command, id.value());
    }

    /** How many places, and why. */
    record CapacityForm(
            @NotNull @Min(0) @Max(10000) Integer places,
            @NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/capacity")
    ResponseEntity<?> capacity(Caller caller, @PathVariable("id") String path, @Valid @RequestBody CapacityForm form) {
        var id = new OfferId(CommandSender.id(path));
        return sending(caller, id).done(new ChangeCapacity(id, form.places(), form.reason()));
    }

    /** Why it leaves the directory. */
    record OfferWithdrawalForm(@NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<?> withdraw(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody OfferWithdrawalForm form) {
        var id = new OfferId(CommandSender.id(path));
        return sending(caller, id).done(new WithdrawServiceOffer(id, form.reason()));
    }

    private Sending sending(Caller caller, OfferId id) {
        return sender.about(id.value(), "/api/services/" + id, null, caller, Purpose.OPERATE);
    }
}

package uk.earlyhelphub.command.referral.allocate;

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
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.AllocationDeclined;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.referral.ServiceEnded;
import uk.earlyhelphub.events.referral.ServiceOutcome;
import uk.earlyhelphub.platform.web.Caller;

/** Allocating a service, and what its provider answers. */
@RestController
@RequestMapping(path = "/api/referrals/{id}/allocations", consumes = "application/json")
class AllocationEndpoints {
    private final CommandSender sender;

    AllocationEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    /** Which service, for whom, and by when the provider answers. */
    record AllocationForm(
            @NotBlank @Identifier String offerId,
            @NotEmpty List<@NotNull @Identifier String> people,
            @NotNull LocalDate answerBy,
            @Nullable @Identifier String insteadOf) {}

    @PostMapping
    ResponseEntity<?> allocate(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody AllocationForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.ALLOCATE_SERVICE);
        var allocation = new AllocationId(caller.derived("allocation"));
        var command = new AllocateService(
                id,
                allocation,
                new OfferId(CommandSender.id(form.offerId())),
                form.people().stream()
                        .map(p -> new PersonId(CommandSender.id(p)))
                        .toList(),
                form.answerBy(),
                form.insteadOf() == null ? null : new AllocationId(CommandSender.id(form.insteadOf())));
        return sending.made(command, allocation.value());
    }

    /** Who will work with the family. */
    record AcceptanceForm(@Nullable @Size(max = 100) String worker) {}

    @PostMapping("/{allocation}/acceptance")
    ResponseEntity<?> accept(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("allocation") String allocation,
            @Valid @RequestBody AcceptanceForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.ALLOCATE_SERVICE);
        return sending.done(new AcceptAllocation(id, allocation(allocation), form.worker()));
    }

    /** Why not. */
    record DeclineForm(
            @NotNull DeclineReason reasonCode,
            @NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/{allocation}/decline")
    ResponseEntity<?> decline(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("allocation") String allocation,
            @Valid @RequestBody DeclineForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.ALLOCATE_SERVICE);
        var reason = sending.about(AllocationDeclined.class, "reason", form.reason());
        return sending.done(new DeclineAllocation(id, allocation(allocation), form.reasonCode(), reason));
    }

    /** When they met. */
    record StartForm(@NotNull LocalDate startedOn) {}

    @PostMapping("/{allocation}/start")
    ResponseEntity<?> start(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("allocation") String allocation,
            @Valid @RequestBody StartForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.ALLOCATE_SERVICE);
        return sending.done(new StartService(id, allocation(allocation), form.startedOn()));
    }

    /** How it ended. */
    record EndForm(
            @NotNull ServiceOutcome outcome,
            @Nullable @Size(max = 20000) String summary,
            @NotNull LocalDate endedOn) {}

    @PostMapping("/{allocation}/end")
    ResponseEntity<?> end(
            Caller caller,
            @PathVariable("id") String path,
            @PathVariable("allocation") String allocation,
            @Valid @RequestBody EndForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, caller, Purpose.ALLOCATE_SERVICE);
        var summary = sending.aboutIfAny(ServiceEnded.class, "summary", form.summary());
        return sending.done(new EndService(id, allocation(allocation), form.outcome(), summary, form.endedOn()));
    }

    private static AllocationId allocation(String id) {
        return new AllocationId(CommandSender.id(id));
    }
}

package uk.earlyhelphub.command.referral.allocate;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.referral.AllocationApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.referral.AllocationDeclined;
import uk.earlyhelphub.events.referral.ServiceEnded;

/** Allocating a service, and what its provider answers. */
@RestController
class AllocationEndpoints implements AllocationApi {
    private final CommandSender sender;

    AllocationEndpoints(CommandSender sender) {
        this.sender = sender;
    }

    @Override
    public ResponseEntity<Reply> allocate(String path, CommandHeaders headers, AllocationForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.ALLOCATE_SERVICE);
        var allocation = new AllocationId(sending.newId("allocation"));
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

    @Override
    public ResponseEntity<Reply> accept(String path, String allocation, CommandHeaders headers, AcceptanceForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.ALLOCATE_SERVICE);
        return sending.done(new AcceptAllocation(id, allocation(allocation), form.worker()));
    }

    @Override
    public ResponseEntity<Reply> decline(String path, String allocation, CommandHeaders headers, DeclineForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.ALLOCATE_SERVICE);
        var reason = sending.about(AllocationDeclined.class, "reason", form.reason());
        return sending.done(new DeclineAllocation(id, allocation(allocation), form.reasonCode(), reason));
    }

    @Override
    public ResponseEntity<Reply> start(String path, String allocation, CommandHeaders headers, StartForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.ALLOCATE_SERVICE);
        return sending.done(new StartService(id, allocation(allocation), form.startedOn()));
    }

    @Override
    public ResponseEntity<Reply> end(String path, String allocation, CommandHeaders headers, EndForm form) {
        var id = CommandSender.referral(path);
        var sending = sender.on(id, Purpose.ALLOCATE_SERVICE);
        var summary = sending.aboutIfAny(ServiceEnded.class, "summary", form.summary());
        return sending.done(new EndService(id, allocation(allocation), form.outcome(), summary, form.endedOn()));
    }

    private static AllocationId allocation(String id) {
        return new AllocationId(CommandSender.id(id));
    }
}

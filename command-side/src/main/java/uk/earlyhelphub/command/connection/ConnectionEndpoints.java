package uk.earlyhelphub.command.connection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.personaldata.Colleagues.Relation;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Caller;

/** To whom those who work with the Hub say they are close. */
@RestController
class ConnectionEndpoints {
    private final CommandSender sender;
    private final Colleagues colleagues;
    private final EventLog log;

    ConnectionEndpoints(CommandSender sender, Colleagues colleagues, EventLog log) {
        this.sender = sender;
        this.colleagues = colleagues;
        this.log = log;
    }

    /**
     * Somebody to whom the caller is close. For HOME only the postcode counts; for others the name, with the date of birth or else
     * the postcode. It is kept as keyed tokens and cannot be read back.
     */
    record ConnectionForm(
            @NotNull Relation relation,
            @Nullable @Size(max = 200) String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable @Size(max = 12) String postcode) {}

    /**
     * How many connections the caller has declared.
     *
     * @param removalAsked how many of them they asked to have forgotten; they count until that is confirmed
     */
    record DeclaredConnections(long declared, long removalAsked) {}

    @PostMapping(path = "/api/my-connections", consumes = "application/json")
    ResponseEntity<?> declare(Caller caller, @Valid @RequestBody ConnectionForm form) {
        // Whoever may not declare anything learns nothing about what would be enough.
        if (ConnectionCommand.STAFF.contains(caller.actor().role())) {
            colleagues.requireRecognisable(form.relation(), details(form));
        }
        var id = new OperationId(caller.derived("connection"));
        return on(id, caller, Purpose.OPERATE)
                .answered(new DeclareConnection(id, form.relation().name()), answer -> {
                    // Also when it is sent again: the first time may have come no further than to its record.
                    colleagues.declare(id.value(), caller.actor().id(), form.relation(), details(form));
                    return ResponseEntity.accepted().body(standing(caller));
                });
    }

    private static PersonSearch.Details details(ConnectionForm form) {
        var home = form.relation() == Relation.HOME;
        var name = form.name();
        var born = form.dateOfBirth();
        return new PersonSearch.Details(
                home || name == null ? List.of() : List.of(name),
                home || born == null ? null : born.toString(),
                home || born == null ? form.postcode() : null,
                null,
                null);
    }

    private DeclaredConnections standing(Caller caller) {
        var staff = caller.actor().id();
        return new DeclaredConnections(colleagues.declared(staff), colleagues.removalAsked(staff));
    }

    @PostMapping("/api/my-connections/removal")
    ResponseEntity<?> askRemoval(Caller caller) {
        var id = new OperationId(caller.derived("connections-removal"));
        return on(id, caller, Purpose.OPERATE).answered(new AskConnectionsRemoval(id), answer -> {
            var asked = log.ofAggregate(id.value(), 0);
            if (asked.isEmpty()) {
                return fresh().body(standing(caller));
            }
            // What was declared since is another matter, also where the same key comes again.
            var at = asked.getFirst().recordedAt();
            var staff = caller.actor().id();
            if (asked.size() == 1) {
                colleagues.askRemoval(staff, id.value(), at);
            }
            return fresh().body(new DeclaredConnections(
                    colleagues.declared(staff, at), colleagues.removalAsked(staff, at)));
        });
    }

    @PostMapping("/api/connection-removals/{removal}/confirmation")
    ResponseEntity<?> confirm(Caller caller, @PathVariable("removal") String path) {
        var id = new OperationId(CommandSender.id(path));
        try {
            return on(id, caller, Purpose.OPERATE).answered(new ConfirmConnectionsRemoval(id), answer -> {
                colleagues.forget(id.value());
                return ResponseEntity.accepted().build();
            });
        } catch (Refused e) {
            if (e.isBy(ConnectionRule.ALREADY_CONFIRMED)) {
                // Whoever confirmed it may have come no further than to its record.
                colleagues.forget(id.value());
            }
            throw e;
        }
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }

    private Sending on(OperationId id, Caller caller, Purpose purpose) {
        return sender.about(id.value(), "/api/my-connections", null, caller, purpose);
    }
}

package uk.earlyhelphub.query.conflicts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ConnectionDeclared;
import uk.earlyhelphub.events.operations.ConnectionsRemoved;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.personaldata.Colleagues.Relation;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.RoleGuard;
import uk.earlyhelphub.query.replay.OperationsLedger;

/** To whom those who work with the Hub say they are close. */
@RestController
class ConnectionsEndpoint {
    private final Colleagues colleagues;
    private final OperationsLedger operations;
    private final Ids ids;
    private final RoleGuard gate;

    ConnectionsEndpoint(Colleagues colleagues, OperationsLedger operations, Ids ids, RoleGuard gate) {
        this.colleagues = colleagues;
        this.operations = operations;
        this.ids = ids;
        this.gate = gate;
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

    /** How many connections the caller has declared. */
    record Connections(long declared) {}

    @PostMapping(path = "/api/my-connections", consumes = "application/json")
    ResponseEntity<Connections> declare(Caller caller, @Valid @RequestBody ConnectionForm form) {
        requireStaff(caller);
        var home = form.relation() == Relation.HOME;
        var name = form.name();
        var born = form.dateOfBirth();
        if (home ? blank(form.postcode()) : blank(name) || born == null && blank(form.postcode())) {
            throw Refused.invalid(
                    home ? "postcode" : blank(name) ? "name" : "dateOfBirth",
                    "nothing-to-recognise",
                    home
                            ? "Give the postcode of your home."
                            : "Give their name, and their date of birth or their postcode: a name alone is shared by many.");
        }
        operations.record(
                caller,
                0,
                new ConnectionDeclared(
                        new OperationId(operations.newId()),
                        caller.actor().id(),
                        form.relation().name()));
        colleagues.declare(
                ids.next(),
                caller.actor().id(),
                form.relation(),
                new PersonSearch.Details(
                        home || name == null ? List.of() : List.of(name),
                        home || born == null ? null : born.toString(),
                        home || born == null ? form.postcode() : null,
                        null,
                        null));
        return ResponseEntity.accepted()
                .body(new Connections(colleagues.declared(caller.actor().id())));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    @GetMapping("/api/my-connections")
    ResponseEntity<Connections> declared(Caller caller) {
        requireStaff(caller);
        return fresh().body(new Connections(colleagues.declared(caller.actor().id())));
    }

    /** All that the caller declared is forgotten; what was noticed before stays on record. */
    @PostMapping("/api/my-connections/removal")
    ResponseEntity<Connections> forget(Caller caller) {
        requireStaff(caller);
        var declared = colleagues.declared(caller.actor().id());
        // On record before it is done: otherwise it would be a way to look without a warning and without a trace.
        operations.record(
                caller,
                0,
                new ConnectionsRemoved(
                        new OperationId(operations.newId()), caller.actor().id(), Math.toIntExact(declared)));
        colleagues.forget(caller.actor().id());
        return fresh().body(new Connections(0));
    }

    private void requireStaff(Caller caller) {
        gate.admit(
                caller,
                Purpose.ACCOUNT_FOR_DECISIONS,
                "my-connections",
                Role.CASEWORKER,
                Role.HUB_CHAIR,
                Role.MANAGER,
                Role.PROVIDER,
                Role.PARTNER_AGENCY,
                Role.INVESTIGATOR,
                Role.DATA_PROTECTION_OFFICER);
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}

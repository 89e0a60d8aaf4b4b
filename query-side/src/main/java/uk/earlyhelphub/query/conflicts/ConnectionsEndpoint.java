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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ConnectionDeclared;
import uk.earlyhelphub.events.operations.ConnectionsRemovalAsked;
import uk.earlyhelphub.events.operations.ConnectionsRemoved;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.personaldata.Colleagues.Relation;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.platform.commands.DecidedRecord;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** To whom those who work with the Hub say they are close. */
@RestController
class ConnectionsEndpoint {
    /** So many removals are shown at once. */
    private static final int MOST = 200;

    private final Colleagues colleagues;
    private final DecidedRecord acts;
    private final EventLog log;
    private final RoleGuard gate;

    ConnectionsEndpoint(Colleagues colleagues, DecidedRecord acts, EventLog log, RoleGuard gate) {
        this.colleagues = colleagues;
        this.acts = acts;
        this.log = log;
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

    /**
     * How many connections the caller has declared.
     *
     * @param removalAsked how many of them they asked to have forgotten; they count until that is confirmed
     */
    record Connections(long declared, long removalAsked) {}

    @PostMapping(path = "/api/my-connections", consumes = "application/json")
    ResponseEntity<Connections> declare(Caller caller, @Valid @RequestBody ConnectionForm form) {
        requireStaff(caller);
        var details = details(form);
        colleagues.requireRecognisable(form.relation(), details);
        var id = caller.derived("connection");
        acts.once(caller.envelope(Purpose.OPERATE), () -> {
            colleagues.requireRoom(caller.actor().id(), form.relation());
            return new DecidedRecord.Step(
                    id,
                    0,
                    new ConnectionDeclared(
                            new OperationId(id),
                            caller.actor().id(),
                            form.relation().name()));
        });
        // Also when it is sent again: the first time may have come no further than to its record.
        colleagues.declare(id, caller.actor().id(), form.relation(), details);
        return ResponseEntity.accepted().body(standing(caller));
    }

    private Connections standing(Caller caller) {
        var staff = caller.actor().id();
        return new Connections(colleagues.declared(staff), colleagues.removalAsked(staff));
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

    @GetMapping("/api/my-connections")
    ResponseEntity<Connections> declared(Caller caller) {
        requireStaff(caller);
        return fresh().body(standing(caller));
    }

    /**
     * Asks that all that the caller declared be forgotten. It keeps counting until the Data Protection Officer confirms it: nobody
     * opens a record to themselves by taking back what shuts it.
     */
    @PostMapping("/api/my-connections/removal")
    ResponseEntity<Connections> askRemoval(Caller caller) {
        requireStaff(caller);
        var staff = caller.actor().id();
        var id = caller.derived("connections-removal");
        var waiting = colleagues.declared(staff) - colleagues.removalAsked(staff);
        if (waiting > 0) {
            acts.once(
                    caller.envelope(Purpose.OPERATE),
                    () -> new DecidedRecord.Step(
                            id, 0, new ConnectionsRemovalAsked(new OperationId(id), staff, Math.toIntExact(waiting))));
        }
        var asked = log.ofAggregate(id, 0);
        if (asked.isEmpty()) {
            return fresh().body(standing(caller));
        }
        // What was declared since is another matter, also where the same key comes again.
        var at = asked.getFirst().recordedAt();
        if (asked.size() == 1) {
            colleagues.askRemoval(staff, id, at);
        }
        return fresh().body(new Connections(colleagues.declared(staff, at), colleagues.removalAsked(staff, at)));
    }

    /** Which removals wait for the Data Protection Officer, those asked for first at the front. */
    @GetMapping("/api/connection-removals")
    ResponseEntity<List<Colleagues.Removal>> removals(Caller caller) {
        gate.admitToList(caller, Purpose.ACCOUNT_FOR_DECISIONS, "connection-removals", Role.DATA_PROTECTION_OFFICER);
        return fresh().body(colleagues.removals(MOST));
    }

    /** The Data Protection Officer confirms that somebody's connections be forgotten; never their own. */
    @PostMapping("/api/connection-removals/{removal}/confirmation")
    ResponseEntity<Void> confirm(Caller caller, @PathVariable("removal") String path) {
        gate.admit(caller, Purpose.ACCOUNT_FOR_DECISIONS, "connection-removals", Role.DATA_PROTECTION_OFFICER);
        var id = Reading.id(path);
        acts.once(caller.envelope(Purpose.OPERATE), () -> confirmed(caller, id));
        colleagues.forget(id);
        return ResponseEntity.accepted().build();
    }

    private DecidedRecord.Step confirmed(Caller caller, String id) {
        var history = log.ofAggregate(id, 0);
        if (history.isEmpty() || !(history.getFirst().payload() instanceof ConnectionsRemovalAsked asked)) {
            throw Refused.unknown();
        }
        if (asked.staff().equals(caller.actor().id())) {
            throw Refused.by(CommonRule.NOT_FOR_ONESELF, "Somebody else must confirm what you asked for.");
        }
        if (history.size() > 1) {
            // Whoever confirmed it may have come no further than to its record.
            colleagues.forget(id);
            throw Refused.by(ConnectionRule.ALREADY_CONFIRMED, "This removal was confirmed already.");
        }
        return new DecidedRecord.Step(
                id, 1, new ConnectionsRemoved(asked.operationId(), asked.staff(), asked.declared()));
    }

    private void requireStaff(Caller caller) {
        gate.admitToAddress(
                caller,
                Purpose.ACCOUNT_FOR_DECISIONS,
                "my-connections",
                Role.CASEWORKER,
                Role.HUB_CHAIR,
                Role.MANAGER,
                Role.PROVIDER,
                Role.PARTNER_AGENCY,
                Role.INVESTIGATOR,
                Role.AUDITOR,
                Role.DATA_PROTECTION_OFFICER);
    }

    private static ResponseEntity.BodyBuilder fresh() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}

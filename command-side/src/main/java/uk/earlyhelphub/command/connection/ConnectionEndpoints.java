package uk.earlyhelphub.command.connection;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.connection.ConnectionApi;
import uk.earlyhelphub.api.connection.DeclaredConnections;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.command.sending.Sending;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.personaldata.Colleagues.Relation;
import uk.earlyhelphub.personaldata.PersonSearch;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Callers;

/** To whom those who work with the Hub say they are close. */
@RestController
class ConnectionEndpoints implements ConnectionApi {
    private final CommandSender sender;
    private final Colleagues colleagues;
    private final EventLog log;
    private final Callers callers;

    ConnectionEndpoints(CommandSender sender, Colleagues colleagues, EventLog log, Callers callers) {
        this.callers = callers;
        this.sender = sender;
        this.colleagues = colleagues;
        this.log = log;
    }

    @Override
    public ResponseEntity<DeclaredConnections> declare(CommandHeaders headers, ConnectionForm form) {
        var actor = callers.current().actor();
        var relation = Relation.valueOf(form.relation().name());
        // Whoever may not declare anything learns nothing about what would be enough.
        if (ConnectionCommand.STAFF.contains(actor.role())) {
            colleagues.requireRecognisable(relation, details(form));
        }
        var id = new OperationId(sender.newId("connection"));
        return on(id).answered(new DeclareConnection(id, relation.name()), answer -> {
            // Also when it is sent again: the first time may have come no further than to its record.
            colleagues.declare(id.value(), actor.id(), relation, details(form));
            return ResponseEntity.accepted().body(standing());
        });
    }

    private static PersonSearch.Details details(ConnectionForm form) {
        var home = form.relation() == Closeness.HOME;
        var name = form.name();
        var born = form.dateOfBirth();
        return new PersonSearch.Details(
                home || name == null ? List.of() : List.of(name),
                home || born == null ? null : born.toString(),
                home || born == null ? form.postcode() : null,
                null,
                null);
    }

    private DeclaredConnections standing() {
        var staff = callers.current().actor().id();
        return new DeclaredConnections(colleagues.declared(staff), colleagues.removalAsked(staff));
    }

    @Override
    public ResponseEntity<DeclaredConnections> askRemoval(CommandHeaders headers) {
        var id = new OperationId(sender.newId("connections-removal"));
        return on(id).answered(new AskConnectionsRemoval(id), answer -> {
            var asked = log.ofAggregate(id.value(), 0);
            if (asked.isEmpty()) {
                return fresh().body(standing());
            }
            // What was declared since is another matter, also where the same key comes again.
            var at = asked.getFirst().recordedAt();
            var staff = callers.current().actor().id();
            if (asked.size() == 1) {
                colleagues.askRemoval(staff, id.value(), at);
            }
            return fresh().body(new DeclaredConnections(
                    colleagues.declared(staff, at), colleagues.removalAsked(staff, at)));
        });
    }

    @Override
    public ResponseEntity<Void> confirm(String path, CommandHeaders headers) {
        var id = new OperationId(CommandSender.id(path));
        try {
            return on(id).answered(new ConfirmConnectionsRemoval(id), answer -> {
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

    private Sending on(OperationId id) {
        return sender.about(id.value(), "/api/my-connections", null, Purpose.OPERATE);
    }
}

package uk.earlyhelphub.query.conflicts;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.connection.ConnectionsApi;
import uk.earlyhelphub.api.connection.DeclaredConnections;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.web.Callers;
import uk.earlyhelphub.query.access.RoleGuard;

/** To whom those who work with the Hub say they are close. */
@RestController
class ConnectionsEndpoint implements ConnectionsApi {
    /** So many removals are shown at once. */
    private static final int MOST = 200;

    private final Colleagues colleagues;
    private final RoleGuard gate;
    private final Callers callers;

    ConnectionsEndpoint(Colleagues colleagues, RoleGuard gate, Callers callers) {
        this.callers = callers;
        this.colleagues = colleagues;
        this.gate = gate;
    }

    @Override
    public ResponseEntity<DeclaredConnections> mine() {
        requireStaff();
        var staff = callers.current().actor().id();
        return fresh().body(new DeclaredConnections(colleagues.declared(staff), colleagues.removalAsked(staff)));
    }

    @Override
    public ResponseEntity<List<ConnectionRemoval>> removals() {
        gate.admitToList(
                callers.current(), Purpose.ACCOUNT_FOR_DECISIONS, "connection-removals", Role.DATA_PROTECTION_OFFICER);
        return fresh().body(colleagues.removals(MOST).stream()
                .map(r -> new ConnectionRemoval(r.removalId(), r.staff(), r.askedAt(), r.declared()))
                .toList());
    }

    private void requireStaff() {
        gate.admitToAddress(
                callers.current(),
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

package uk.earlyhelphub.query.conflicts;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.RoleGuard;

/** To whom those who work with the Hub say they are close. */
@RestController
class ConnectionsEndpoint {
    /** So many removals are shown at once. */
    private static final int MOST = 200;

    private final Colleagues colleagues;
    private final RoleGuard gate;

    ConnectionsEndpoint(Colleagues colleagues, RoleGuard gate) {
        this.colleagues = colleagues;
        this.gate = gate;
    }

    /**
     * How many connections the caller has declared.
     *
     * @param removalAsked how many of them they asked to have forgotten; they count until that is confirmed
     */
    record Connections(long declared, long removalAsked) {}

    private Connections standing(Caller caller) {
        var staff = caller.actor().id();
        return new Connections(colleagues.declared(staff), colleagues.removalAsked(staff));
    }

    @GetMapping("/api/my-connections")
    ResponseEntity<Connections> declared(Caller caller) {
        requireStaff(caller);
        return fresh().body(standing(caller));
    }

    /** Which removals wait for the Data Protection Officer, those asked for first at the front. */
    @GetMapping("/api/connection-removals")
    ResponseEntity<List<Colleagues.Removal>> removals(Caller caller) {
        gate.admitToList(caller, Purpose.ACCOUNT_FOR_DECISIONS, "connection-removals", Role.DATA_PROTECTION_OFFICER);
        return fresh().body(colleagues.removals(MOST));
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

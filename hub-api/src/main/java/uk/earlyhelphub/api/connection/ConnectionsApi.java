package uk.earlyhelphub.api.connection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** What was declared, as far as anybody may see it: how much, and never of whom. */
@Tag(name = "Connections", description = "To whom those who work with the Hub say they are close.")
@HttpExchange("/api")
public interface ConnectionsApi {

    /** How many connections the caller has declared. */
    @GetExchange("/my-connections")
    @Operation(operationId = "countMyConnections", summary = "See how many connections one has declared")
    @ForWhom("Everybody who works with the Hub, except administrators.")
    @GivesProblems(forbidden = "not-for-this-role")
    ResponseEntity<DeclaredConnections> mine();

    /** Which removals wait for the Data Protection Officer, those asked for first at the front; 200 at most. */
    @GetExchange("/connection-removals")
    @Operation(operationId = "listConnectionRemovals", summary = "See who asked that their connections be forgotten")
    @ForWhom("The Data Protection Officer.")
    @GivesProblems(forbidden = "not-for-this-role")
    ResponseEntity<List<ConnectionRemoval>> removals();

    /** What somebody asks to have forgotten, and since when. */
    record ConnectionRemoval(String removalId, String staff, Instant askedAt, long declared) {}
}

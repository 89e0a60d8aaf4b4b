package uk.earlyhelphub.api.connection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** Declaring to whom one is close, and having it forgotten. */
@Tag(name = "Connections", description = "To whom those who work with the Hub say they are close.")
@HttpExchange("/api")
public interface ConnectionApi {

    /** What is declared is compared with the people in records, so that nobody opens the record of somebody close unawares. */
    @PostExchange(url = "/my-connections", contentType = "application/json")
    @Operation(operationId = "declareConnection", summary = "Declare that one is close to somebody")
    @ForWhom("Everybody who works with the Hub, except administrators.")
    @Answers(
            value = 202,
            headers = {})
    @GivesProblems(
            invalid = "nothing-to-recognise",
            forbidden = "not-for-this-role",
            conflict = {"home-declared", "too-many-connections"})
    ResponseEntity<DeclaredConnections> declare(CommandHeaders headers, @Valid @RequestBody ConnectionForm form);

    /** It keeps counting until the Data Protection Officer confirms that it be forgotten. */
    @PostExchange("/my-connections/removal")
    @Operation(operationId = "askConnectionsRemoval", summary = "Ask that all one declared be forgotten")
    @ForWhom("Everybody who works with the Hub, except administrators.")
    @GivesProblems(forbidden = "not-for-this-role")
    ResponseEntity<DeclaredConnections> askRemoval(CommandHeaders headers);

    /** What was asked to be forgotten is forgotten. */
    @PostExchange("/connection-removals/{removal}/confirmation")
    @Operation(operationId = "confirmConnectionsRemoval", summary = "Confirm that somebody's connections be forgotten")
    @ForWhom("The Data Protection Officer. Nobody for themselves.")
    @Answers(
            value = 202,
            headers = {})
    @GivesProblems(conflict = {"already-confirmed", "not-for-oneself"})
    ResponseEntity<Void> confirm(@PathVariable("removal") String removal, CommandHeaders headers);

    /** How somebody is close. */
    enum Closeness {
        SELF,
        FAMILY,
        /** Their own home; only the postcode counts. */
        HOME
    }

    /**
     * Somebody to whom the sender is close. For HOME only the postcode counts; for others the name, with the date of birth or else
     * the postcode. It is kept as keyed tokens and cannot be read back.
     */
    record ConnectionForm(
            @NotNull Closeness relation,
            @Nullable @Size(max = 200) String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable @Size(max = 12) String postcode) {}
}

package uk.earlyhelphub.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.described.InPages;

/** The directory of services. */
@Tag(name = "Directory", description = "The services that can be offered to a family, and their free places.")
@HttpExchange("/api/services")
public interface DirectoryApi {

    /**
     * The services, those that were withdrawn last.
     *
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "listServices", summary = "See the directory of services")
    @ForWhom("Everybody who is signed in.")
    @InPages
    @GivesProblems(invalid = {"page-size", "bad-cursor"})
    ResponseEntity<List<DirectoryEntry>> services(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit);
}

package uk.earlyhelphub.api.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** Searching for people before somebody new is recorded. Details travel in the body, never in an address. */
@Tag(name = "Searching", description = "Whether somebody is known already. A search is on record, with what it found.")
@HttpExchange(url = "/api/person-searches", contentType = "application/json")
public interface PersonSearchApi {

    /** Looks for people of the caller's team who may be this one. The same search sent again with the same key is one search. */
    @PostExchange
    @Operation(operationId = "searchPeople", summary = "Search for somebody before recording them")
    @ForWhom("Caseworkers and managers, among the people of their own team's cases.")
    @GivesProblems(invalid = "search-for-something", forbidden = "not-for-this-role")
    ResponseEntity<SearchResult> search(KeyHeaders headers, @Valid @RequestBody SearchForm form);

    /** Whom to look for; at least one detail. */
    record SearchForm(
            @Nullable @Size(max = 200) String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable @Size(max = 12) String postcode,
            @Nullable @Size(max = 14) String nhsNumber,
            @Nullable @Size(max = 14) String upn) {}
}

package uk.earlyhelphub.api.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.search.PersonSearchApi.SearchForm;

/** Finding a case by whom it is about, for those who account for it or chair its meeting. */
@Tag(name = "Searching", description = "Whether somebody is known already. A search is on record, with what it found.")
@HttpExchange(url = "/api/case-searches", contentType = "application/json")
public interface CaseSearchApi {

    /**
     * Looks for cases by whom they are about. Why somebody looks is on record with whom they found; they are shown what tells the
     * cases apart, and of people no more than a case would show them.
     */
    @PostExchange
    @Operation(operationId = "searchCases", summary = "Find a case by whom it is about, saying why")
    @ForWhom(
            "The Data Protection Officer, investigators and auditors, over all cases and without texts; the chair, among the"
                    + " cases of their team.")
    @GivesProblems(invalid = "search-for-something", forbidden = "not-for-this-role")
    ResponseEntity<CaseSearchResult> search(@Valid @RequestBody CaseSearchForm form);

    /** Why somebody has to find a case. */
    enum CaseSearchReason {
        COMPLAINT,
        /** Somebody uses a right that they have over their information. */
        RIGHTS_REQUEST,
        DATA_BREACH,
        AUDIT,
        HUB_MEETING
    }

    /**
     * Whom a case is about, and why it has to be found.
     *
     * @param who at least one detail
     * @param reference of the complaint, the request or the like, as a number or a code; never anybody's name
     */
    record CaseSearchForm(
            @NotNull @Valid SearchForm who,
            @NotNull CaseSearchReason reason,

            @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9/.-]{0,39}")
            String reference) {}
}

package uk.earlyhelphub.api.agenda;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.api.described.InPages;

/** The meetings of the Hub and their agendas, without names: a case is opened by whoever may open it. */
@Tag(name = "Hub meetings", description = "Calling and running Hub meetings; their agendas, without names.")
@HttpExchange("/api/hub-meetings")
public interface HubMeetingsApi {

    /**
     * The meetings that are the caller's, the latest first.
     *
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "listHubMeetings", summary = "See the meetings of one's team, or to which one is called")
    @ForWhom("Caseworkers, managers and the chair for their team's; members of other organisations for those to which"
            + " they are called.")
    @InPages
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<List<HubMeetingView>> meetings(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "20") int limit);

    /** One of them. */
    @GetExchange("/{id}")
    @Operation(operationId = "readHubMeeting", summary = "See one meeting with its agenda")
    @ForWhom("Caseworkers, managers and the chair of the team that holds it, and whoever is called to it.")
    ResponseEntity<HubMeetingView> meeting(@PathVariable("id") String id);
}

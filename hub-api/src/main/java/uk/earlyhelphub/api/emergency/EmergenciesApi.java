package uk.earlyhelphub.api.emergency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;

/** Which cases were opened in emergencies, for those who judge it and those who see to it that it is judged. */
@Tag(name = "Emergencies", description = "Opening one case in an emergency, and how that is judged afterwards.")
@HttpExchange("/api/break-glass")
public interface EmergenciesApi {

    /**
     * What is to be reviewed, the oldest first. Auditors see what was left lying for more than five days, and managers what of it
     * people of their own organisation opened.
     *
     * @param reviewed true for what was judged, false for what waits
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange
    @Operation(operationId = "listEmergencies", summary = "See which cases were opened in emergencies")
    @ForWhom("The Data Protection Officer; auditors and managers for what nobody judged within five days.")
    @InPages
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<List<EmergencyEntry>> emergencies(
            @RequestParam(name = "reviewed", defaultValue = "false") boolean reviewed,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);

    /** One of them with its reason. */
    @GetExchange("/{access}")
    @Operation(operationId = "readEmergency", summary = "See one emergency opening with its reason")
    @ForWhom("The Data Protection Officer.")
    ResponseEntity<EmergencyEntry> emergency(@PathVariable("access") String access);

    /**
     * What was refused, the oldest first.
     *
     * @param after as the link to the next page has it
     * @param limit 1 to 200
     */
    @GetExchange("/refusals")
    @Operation(operationId = "listRefusedEmergencies", summary = "See which emergency openings were refused")
    @ForWhom("The Data Protection Officer and auditors.")
    @InPages
    @GivesProblems(
            invalid = {"page-size", "bad-cursor"},
            forbidden = "not-for-this-role")
    ResponseEntity<List<RefusedEmergency>> refusals(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit);

    /**
     * One emergency opening.
     *
     * @param escalated nobody reviewed it within five days
     * @param reason why, where one of them is looked at
     */
    record EmergencyEntry(
            String accessId,
            String referralId,
            String who,
            Role role,
            String organisation,
            Instant usedAt,
            Instant until,
            @Nullable BreakGlassOutcome outcome,
            @Nullable Instant reviewedAt,
            boolean escalated,
            @Nullable String reason) {}

    /**
     * One refusal.
     *
     * @param referralId the case that was asked for, whether or not there is one by that id
     * @param rule what stood in the way, e.g. {@code one-emergency-at-a-time}
     */
    record RefusedEmergency(
            String accessId, String referralId, String who, Role role, String organisation, Instant at, String rule) {}
}

package uk.earlyhelphub.api.emergency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;

/** Opening one case in an emergency, and the Data Protection Officer's review of it. */
@Tag(name = "Emergencies", description = "Opening one case in an emergency, and how that is judged afterwards.")
@HttpExchange(url = "/api", contentType = "application/json")
public interface EmergencyApi {

    /** Opens one case for a while to somebody whom nothing ties to it. It is put on record and judged afterwards. */
    @PostExchange("/referrals/{id}/break-glass")
    @Operation(operationId = "breakGlass", summary = "Open a case in an emergency")
    @ForWhom(
            "Caseworkers, managers, chairs, the Data Protection Officer and investigators whom nothing ties to the case.")
    @Answers(value = 201, headers = "Location")
    @GivesProblems(
            forbidden = {"too-close", "conflict-possible"},
            conflict = {"emergency-is-open", "emergency-needs-review", "one-emergency-at-a-time", "tie-exists"})
    ResponseEntity<EmergencyOpening> breakGlass(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody BreakGlassForm form);

    /** Judges an emergency opening, once. */
    @PostExchange("/break-glass/{access}/review")
    @Operation(operationId = "reviewEmergency", summary = "Judge an emergency opening")
    @ForWhom("The Data Protection Officer. Nobody for themselves.")
    @Answers(202)
    @GivesProblems(conflict = {"already-reviewed", "not-for-oneself"})
    ResponseEntity<Reply> review(
            @PathVariable("access") String access,
            CommandHeaders headers,
            @Valid @RequestBody BreakGlassReviewForm form);

    /** Why, and for how long. */
    record BreakGlassForm(
            @NotBlank @Size(min = 10, max = 4000) String reason,
            @NotNull @Min(1) @Max(60) Integer minutes) {}

    /** What was opened; the case can be read until then. */
    record EmergencyOpening(String accessId, Instant until) {}

    /** How it was judged, and why. */
    record BreakGlassReviewForm(
            @NotNull BreakGlassOutcome outcome,
            @NotBlank @Size(max = 4000) String note) {}
}

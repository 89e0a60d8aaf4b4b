package uk.earlyhelphub.command.emergency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.platform.web.Caller;

/** Opening one case in an emergency, and the Data Protection Officer's review of it. */
@RestController
class EmergencyEndpoints {
    private final CommandSender sender;
    private final EmergencyStreams emergencies;

    EmergencyEndpoints(CommandSender sender, EmergencyStreams emergencies) {
        this.sender = sender;
        this.emergencies = emergencies;
    }

    /** Why, and for how long. */
    record BreakGlassForm(
            @NotBlank @Size(min = 10, max = 4000) String reason,
            @NotNull @Min(1) @Max(60) Integer minutes) {}

    /** What was opened; the case can be read until then. */
    record Broken(String accessId, Instant until) {}

    @PostMapping(path = "/api/referrals/{id}/break-glass", consumes = "application/json")
    ResponseEntity<?> breakGlass(
            Caller caller, @PathVariable("id") String path, @Valid @RequestBody BreakGlassForm form) {
        var id = CommandSender.referral(path);
        var stream = EmergencyStreams.of(caller.actor().id());
        var opening = new AccessId(caller.derived("emergency"));
        var sending = sender.about(stream, "/api/referrals/" + id, id, caller, Purpose.PROTECT);
        var reason = sending.about(BreakGlassUsed.class, "reason", form.reason());
        // Sent again with the same key it is the same opening, which ends when it was to end.
        return sending.answered(
                new OpenInEmergency(stream, opening, id, reason, form.minutes()),
                answer -> ResponseEntity.created(URI.create("/api/referrals/" + id))
                        .cacheControl(CacheControl.noStore())
                        .body(new Broken(
                                opening.value(), emergencies.until(stream, answer.version(stream), form.minutes()))));
    }

    /** How it was judged, and why. */
    record BreakGlassReviewForm(
            @NotNull BreakGlassOutcome outcome,
            @NotBlank @Size(max = 4000) String note) {}

    @PostMapping(path = "/api/break-glass/{access}/review", consumes = "application/json")
    ResponseEntity<?> review(
            Caller caller, @PathVariable("access") String path, @Valid @RequestBody BreakGlassReviewForm form) {
        var opening = new AccessId(CommandSender.id(path));
        // An opening that there is not has no stream; the command finds that out in its own.
        var stream = emergencies.with(opening).orElse(path);
        var address = "/api/break-glass/" + path;
        var sending = sender.about(stream, address, null, caller, Purpose.ACCOUNT_FOR_DECISIONS);
        var note = emergencies
                .opening(stream, opening)
                .map(used -> sending.of(
                        BreakGlassReviewed.class, "note", used.reason().about(), form.note()))
                .orElseGet(() -> sending.about(BreakGlassReviewed.class, "note", form.note()));
        return sending.done(new ReviewEmergency(stream, opening, form.outcome(), note));
    }
}

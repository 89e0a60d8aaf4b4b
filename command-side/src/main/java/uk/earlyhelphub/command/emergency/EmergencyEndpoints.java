package uk.earlyhelphub.command.emergency;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.emergency.EmergencyApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.AccessId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.platform.web.Callers;

/** Opening one case in an emergency, and the Data Protection Officer's review of it. */
@RestController
class EmergencyEndpoints implements EmergencyApi {
    private final CommandSender sender;
    private final EmergencyStreams emergencies;
    private final Callers callers;

    EmergencyEndpoints(CommandSender sender, EmergencyStreams emergencies, Callers callers) {
        this.sender = sender;
        this.emergencies = emergencies;
        this.callers = callers;
    }

    @Override
    public ResponseEntity<EmergencyOpening> breakGlass(String path, CommandHeaders headers, BreakGlassForm form) {
        var id = CommandSender.referral(path);
        var stream = EmergencyStreams.of(callers.current().actor().id());
        var opening = new AccessId(sender.newId("emergency"));
        var sending = sender.about(stream, "/api/referrals/" + id, id, Purpose.PROTECT);
        var reason = sending.about(BreakGlassUsed.class, "reason", form.reason());
        // Sent again with the same key it is the same opening, which ends when it was to end.
        return sending.answered(
                new OpenInEmergency(stream, opening, id, reason, form.minutes()),
                answer -> ResponseEntity.created(URI.create("/api/referrals/" + id))
                        .cacheControl(CacheControl.noStore())
                        .body(new EmergencyOpening(
                                opening.value(), emergencies.until(stream, answer.version(stream), form.minutes()))));
    }

    @Override
    public ResponseEntity<Reply> review(String path, CommandHeaders headers, BreakGlassReviewForm form) {
        var opening = new AccessId(CommandSender.id(path));
        // An opening that there is not has no stream; the command finds that out in its own.
        var stream = emergencies.with(opening).orElse(path);
        var address = "/api/break-glass/" + path;
        var sending = sender.about(stream, address, null, Purpose.ACCOUNT_FOR_DECISIONS);
        var note = emergencies
                .opening(stream, opening)
                .map(used -> sending.of(
                        BreakGlassReviewed.class, "note", used.reason().about(), form.note()))
                .orElseGet(() -> sending.about(BreakGlassReviewed.class, "note", form.note()));
        return sending.done(new ReviewEmergency(stream, opening, form.outcome(), note));
    }
}

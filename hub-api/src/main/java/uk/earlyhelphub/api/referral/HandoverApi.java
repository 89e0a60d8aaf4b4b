package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Reply;
import uk.earlyhelphub.api.described.ActsOnACase;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** Handing over to social care, and back. */
@Tag(name = "Handing over", description = "Handing a family over to social care, and back.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}", contentType = "application/json")
public interface HandoverApi {

    /** Hands over; the answer's id is the handover's. */
    @PostExchange("/step-up")
    @Operation(operationId = "stepUp", summary = "Hand a family over to social care")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    ResponseEntity<Reply> stepUp(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody HandoverForm form);

    /** Takes back; the answer's id is the handover's. */
    @PostExchange("/step-down")
    @Operation(operationId = "stepDown", summary = "Take a family back from social care")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    ResponseEntity<Reply> stepDown(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody HandoverForm form);

    /** The other side confirmed it. */
    @PostExchange("/handovers/{handover}/acknowledgement")
    @Operation(operationId = "acknowledgeHandover", summary = "Record that a handover was confirmed")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(invalid = "no-such-handover", conflict = "already-acknowledged")
    ResponseEntity<Reply> acknowledge(
            @PathVariable("id") String id,
            @PathVariable("handover") String handover,
            CommandHeaders headers,
            @Valid @RequestBody ReceiptForm form);

    /** Why. */
    record HandoverForm(@NotBlank @Size(max = 4000) String reason) {}

    /** Who confirmed it on the other side. */
    record ReceiptForm(@NotBlank @Size(max = 100) String acknowledgedBy) {}
}

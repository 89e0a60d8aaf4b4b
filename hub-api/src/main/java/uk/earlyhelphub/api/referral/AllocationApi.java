package uk.earlyhelphub.api.referral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import uk.earlyhelphub.api.forms.Identifier;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.referral.ServiceOutcome;

/** Allocating a service, and what its provider answers. */
@Tag(name = "Allocations", description = "Allocating a service to a family, and what its provider answers.")
@ActsOnACase
@HttpExchange(url = "/api/referrals/{id}/allocations", contentType = "application/json")
public interface AllocationApi {

    /** Allocates a service that the Hub decided on; the answer's id is the allocation's. */
    @PostExchange
    @Operation(operationId = "allocateService", summary = "Allocate a service that the Hub decided on")
    @ForWhom("Caseworkers, the chair and managers of the team that has the case.")
    @Answers(201)
    @GivesProblems(
            invalid = {"person-not-in-referral", "date-past", "no-such-service", "no-such-allocation"},
            conflict = {
                "consent-not-in-force",
                "parents-consent-ended",
                "no-decision-to-allocate",
                "service-withdrawn",
                "not-eligible",
                "no-place-free",
                "already-allocated"
            })
    ResponseEntity<Reply> allocate(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody AllocationForm form);

    /** The provider takes it up. */
    @PostExchange("/{allocation}/acceptance")
    @Operation(operationId = "acceptAllocation", summary = "Take an allocation up")
    @ForWhom("The provider to whom it was offered.")
    @Answers(202)
    @GivesProblems(conflict = {"allocation-not-in-this-standing", "not-possible-now"})
    ResponseEntity<Reply> accept(
            @PathVariable("id") String id,
            @PathVariable("allocation") String allocation,
            CommandHeaders headers,
            @Valid @RequestBody AcceptanceForm form);

    /** The provider cannot take it up; the case goes back to the Hub. */
    @PostExchange("/{allocation}/decline")
    @Operation(operationId = "declineAllocation", summary = "Decline an allocation, with the reason")
    @ForWhom("The provider to whom it was offered.")
    @Answers(202)
    @GivesProblems(conflict = {"allocation-not-in-this-standing", "not-possible-now"})
    ResponseEntity<Reply> decline(
            @PathVariable("id") String id,
            @PathVariable("allocation") String allocation,
            CommandHeaders headers,
            @Valid @RequestBody DeclineForm form);

    /** The family and the service met for the first time. */
    @PostExchange("/{allocation}/start")
    @Operation(operationId = "startService", summary = "Record that the family and the service met")
    @ForWhom("The provider who took it up.")
    @Answers(202)
    @GivesProblems(
            invalid = "date-ahead",
            conflict = {"allocation-not-in-this-standing", "not-possible-now"})
    ResponseEntity<Reply> start(
            @PathVariable("id") String id,
            @PathVariable("allocation") String allocation,
            CommandHeaders headers,
            @Valid @RequestBody StartForm form);

    /** The service ended. */
    @PostExchange("/{allocation}/end")
    @Operation(operationId = "endService", summary = "Record how a service ended")
    @ForWhom("The provider, or caseworkers, the chair and managers of the team that has the case.")
    @Answers(202)
    @GivesProblems(
            invalid = "date-ahead",
            conflict = {"allocation-not-in-this-standing", "not-possible-now"})
    ResponseEntity<Reply> end(
            @PathVariable("id") String id,
            @PathVariable("allocation") String allocation,
            CommandHeaders headers,
            @Valid @RequestBody EndForm form);

    /** Which service, for whom, and by when the provider answers. */
    record AllocationForm(
            @NotBlank @Identifier String offerId,
            @NotEmpty List<@NotNull @Identifier String> people,
            @NotNull LocalDate answerBy,
            @Nullable @Identifier String insteadOf) {}

    /** Who will work with the family. */
    record AcceptanceForm(@Nullable @Size(max = 100) String worker) {}

    /** Why not. */
    record DeclineForm(
            @NotNull DeclineReason reasonCode,
            @NotBlank @Size(max = 4000) String reason) {}

    /** When they met. */
    record StartForm(@NotNull LocalDate startedOn) {}

    /** How it ended. */
    record EndForm(
            @NotNull ServiceOutcome outcome,
            @Nullable @Size(max = 20000) String summary,
            @NotNull LocalDate endedOn) {}
}

package uk.earlyhelphub.api.serviceoffer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;

/** Keeping the directory of services. */
@Tag(name = "Services", description = "Keeping the directory of services.")
@HttpExchange(url = "/api/services", contentType = "application/json")
public interface ServiceOfferApi {

    /** A service can be allocated from now on. */
    @PostExchange
    @Operation(operationId = "registerService", summary = "Add a service to the directory")
    @ForWhom("Managers.")
    @Answers(201)
    ResponseEntity<Reply> register(CommandHeaders headers, @Valid @RequestBody ServiceForm form);

    /** A service has more places, or fewer. */
    @PostExchange("/{id}/capacity")
    @Operation(operationId = "changeCapacity", summary = "Change how many places a service has")
    @ForWhom("Managers.")
    @Answers(202)
    @GivesProblems(conflict = "service-withdrawn")
    ResponseEntity<Reply> capacity(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody CapacityForm form);

    /** A service is allocated no more. */
    @PostExchange("/{id}/withdrawal")
    @Operation(operationId = "withdrawService", summary = "Take a service out of the directory")
    @ForWhom("Managers.")
    @Answers(202)
    @GivesProblems(conflict = "service-withdrawn")
    ResponseEntity<Reply> withdraw(
            @PathVariable("id") String id, CommandHeaders headers, @Valid @RequestBody OfferWithdrawalForm form);

    /** A service, for whom it is, and how many it can take. */
    record ServiceForm(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 100) String provider,
            @NotBlank @Size(max = 4000) String description,
            @NotEmpty List<@NotNull NeedDomain> needs,
            @NotEmpty List<@NotNull LevelOfNeed> levels,
            @NotEmpty @Size(max = 60) List<@NotBlank @Size(max = 60) String> areas,
            @NotNull @Min(0) @Max(10000) Integer places) {}

    /** How many places, and why. */
    record CapacityForm(
            @NotNull @Min(0) @Max(10000) Integer places,
            @NotBlank @Size(max = 400) String reason) {}

    /** Why it leaves the directory. */
    record OfferWithdrawalForm(@NotBlank @Size(max = 400) String reason) {}
}

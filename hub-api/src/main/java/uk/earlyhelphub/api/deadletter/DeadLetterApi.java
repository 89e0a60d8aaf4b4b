package uk.earlyhelphub.api.deadletter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.GivesProblems;

/** What is done about events that a read model could not take. */
@Tag(name = "Dead letters", description = "Events that a read model could not take, and what is done about them.")
@HttpExchange("/api/dead-letters/{projection}/{about}")
public interface DeadLetterApi {

    /** Has them tried again. The answer waits for what comes of it; if that takes long, 202 says only that it was asked for. */
    @PostExchange("/retry")
    @Operation(operationId = "retryDeadLetters", summary = "Have dead letters tried again")
    @ForWhom("Auditors and administrators.")
    @Answers(
            value = {200, 202},
            headers = "Location")
    @GivesProblems(conflict = {"retry-under-way", "still-cannot-be-taken"})
    ResponseEntity<RetryReply> retry(
            @PathVariable("projection") String projection, @PathVariable("about") String about, CommandHeaders headers);

    /** No alarm is raised over them any more. They can still be tried again. */
    @PostExchange(url = "/set-aside", contentType = "application/json")
    @Operation(operationId = "setDeadLettersAside", summary = "Have no alarm raised over dead letters any more")
    @ForWhom("Auditors and administrators.")
    @Answers(204)
    ResponseEntity<Void> setAside(
            @PathVariable("projection") String projection,
            @PathVariable("about") String about,
            CommandHeaders headers,
            @Valid @RequestBody SetAsideForm form);

    /**
     * What came of trying again.
     *
     * @param applied how many were taken; left out as long as that is not known
     */
    record RetryReply(@Nullable Integer applied) {}

    /**
     * Why no alarm is raised over them any more.
     *
     * @param reference a number under which the reason can be found, such as a ticket's; no names
     */
    record SetAsideForm(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9 ./#-]{1,40}", message = "1 to 40 letters, digits or . / # -")
            String reference) {}
}

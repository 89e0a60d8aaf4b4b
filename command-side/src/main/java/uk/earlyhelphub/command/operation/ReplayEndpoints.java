package uk.earlyhelphub.command.operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.model.operation.ReplayState.Standing;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.web.Caller;

/** Has a read model made again from the history: asked for by one person, agreed to by another. */
@RestController
class ReplayEndpoints {
    private final CommandSender sender;
    private final EventLog log;

    ReplayEndpoints(CommandSender sender, EventLog log) {
        this.sender = sender;
        this.log = log;
    }

    /**
     * What to replay.
     *
     * @param kind REBUILD to put what the history says in the place of what is shown, CHECK to compare only
     * @param reference a number under which more can be found elsewhere, such as a ticket's; no names
     */
    record ReplayForm(
            @NotBlank @Size(max = 60) String projection,
            @NotNull ReplayKind kind,
            @NotNull ReplayReason reason,

            @Nullable @Pattern(regexp = "[A-Za-z0-9 ./#-]{1,40}", message = "1 to 40 letters, digits or . / # -")
            String reference) {}

    /**
     * A replay as the act that is answered left it.
     *
     * @param version the number of its last event then, also in {@code ETag}
     */
    record ReplayActed(String id, long version, String projection, ReplayKind kind, Standing state) {}

    @PostMapping(path = "/api/replays", consumes = "application/json")
    ResponseEntity<?> request(Caller caller, @Valid @RequestBody ReplayForm form) {
        return act(
                caller,
                caller.derived("operation"),
                id -> new RequestReplay(id, form.projection(), form.kind(), form.reason(), form.reference()));
    }

    /** A second person agrees, and it begins. */
    @PostMapping("/api/replays/{id}/approval")
    ResponseEntity<?> approve(Caller caller, @PathVariable("id") String path) {
        return act(caller, CommandSender.id(path), ApproveReplay::new);
    }

    @PostMapping("/api/replays/{id}/pause")
    ResponseEntity<?> pause(Caller caller, @PathVariable("id") String path) {
        return act(caller, CommandSender.id(path), PauseReplay::new);
    }

    @PostMapping("/api/replays/{id}/resumption")
    ResponseEntity<?> resume(Caller caller, @PathVariable("id") String path) {
        return act(caller, CommandSender.id(path), ResumeReplay::new);
    }

    @PostMapping("/api/replays/{id}/cancellation")
    ResponseEntity<?> cancel(Caller caller, @PathVariable("id") String path) {
        return act(caller, CommandSender.id(path), CancelReplay::new);
    }

    private ResponseEntity<?> act(Caller caller, String id, Function<OperationId, ReplayCommand> command) {
        var address = "/api/replays/" + id;
        var sent = command.apply(new OperationId(id));
        return sender.about(id, address, null, caller, Purpose.OPERATE)
                .answered(
                        sent,
                        answer -> ResponseEntity.status(
                                        sent instanceof RequestReplay ? HttpStatus.CREATED : HttpStatus.OK)
                                .location(URI.create(address))
                                .cacheControl(CacheControl.noStore())
                                .eTag(Long.toString(answer.version(id)))
                                .body(acted(id, answer.version(id))));
    }

    /** As it stood then, so that a request that comes again gets the same answer. */
    private ReplayActed acted(String id, long version) {
        var history = log.ofAggregate(id, 0).stream()
                .filter(event -> event.sequence() <= version)
                .toList();
        var state = Replays.stream(Set::of).folded(history);
        var asked = Objects.requireNonNull(state.asked());
        return new ReplayActed(id, version, asked.projection(), asked.kind(), state.standing());
    }
}

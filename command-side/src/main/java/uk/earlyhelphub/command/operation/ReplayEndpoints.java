package uk.earlyhelphub.command.operation;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.replay.ReplayApi;
import uk.earlyhelphub.command.sending.CommandSender;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.model.operation.ReplayState;
import uk.earlyhelphub.platform.engine.EventLog;

/** Has a read model made again from the history: asked for by one person, agreed to by another. */
@RestController
class ReplayEndpoints implements ReplayApi {
    private final CommandSender sender;
    private final EventLog log;

    ReplayEndpoints(CommandSender sender, EventLog log) {
        this.sender = sender;
        this.log = log;
    }

    @Override
    public ResponseEntity<ReplayActed> request(CommandHeaders headers, ReplayForm form) {
        return act(
                sender.newId("operation"),
                id -> new RequestReplay(id, form.projection(), form.kind(), form.reason(), form.reference()));
    }

    @Override
    public ResponseEntity<ReplayActed> approve(String path, CommandHeaders headers) {
        return act(CommandSender.id(path), ApproveReplay::new);
    }

    @Override
    public ResponseEntity<ReplayActed> pause(String path, CommandHeaders headers) {
        return act(CommandSender.id(path), PauseReplay::new);
    }

    @Override
    public ResponseEntity<ReplayActed> resume(String path, CommandHeaders headers) {
        return act(CommandSender.id(path), ResumeReplay::new);
    }

    @Override
    public ResponseEntity<ReplayActed> cancel(String path, CommandHeaders headers) {
        return act(CommandSender.id(path), CancelReplay::new);
    }

    private ResponseEntity<ReplayActed> act(String id, Function<OperationId, ReplayCommand> command) {
        var address = "/api/replays/" + id;
        var sent = command.apply(new OperationId(id));
        return sender.about(id, address, null, Purpose.OPERATE)
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
        return new ReplayActed(id, version, asked.projection(), asked.kind(), standing(state.standing()));
    }

    private static ReplayStanding standing(ReplayState.Standing standing) {
        return switch (standing) {
            case REQUESTED -> ReplayStanding.REQUESTED;
            case RUNNING -> ReplayStanding.RUNNING;
            case PAUSED -> ReplayStanding.PAUSED;
            case ENDING -> ReplayStanding.ENDING;
            case CANCELLED -> ReplayStanding.CANCELLED;
            case ENDED -> ReplayStanding.ENDED;
            case NONE -> throw new IllegalStateException("Nobody asked for the replay that was acted on");
        };
    }
}

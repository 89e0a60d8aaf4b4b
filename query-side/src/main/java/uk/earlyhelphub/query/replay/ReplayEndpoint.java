package uk.earlyhelphub.query.replay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.OperationEvent;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayCancelled;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayPaused;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.events.operations.ReplayResumed;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.Caller;
import uk.earlyhelphub.query.access.Reading;
import uk.earlyhelphub.query.access.RoleGuard;

/** Has a projection made again from the history: asked for by one person, agreed to by another. */
@RestController
class ReplayEndpoint {
    private static final Role[] WATCHERS = {Role.AUDITOR, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.MANAGER
    };
    private final ReplayBook book;
    private final ReplayWorker worker;
    private final OperationsLedger ledger;
    private final ReplayStories stories;
    private final RoleGuard gate;
    private final ReplayWatchers watchers;

    ReplayEndpoint(
            ReplayBook book,
            ReplayWorker worker,
            OperationsLedger ledger,
            ReplayStories stories,
            RoleGuard gate,
            ReplayWatchers watchers) {
        this.book = book;
        this.worker = worker;
        this.ledger = ledger;
        this.stories = stories;
        this.gate = gate;
        this.watchers = watchers;
    }

    /**
     * What to replay.
     *
     * @param kind REBUILD to put what the history says in the place of what is shown, CHECK to compare only
     * @param reference a number under which more can be found elsewhere, such as a ticket's; no names
     */
    record ReplayForm(
            @NotBlank String projection,
            @NotNull ReplayKind kind,
            @NotNull ReplayReason reason,

            @Nullable @Pattern(regexp = "[A-Za-z0-9 ./#-]{1,40}", message = "1 to 40 letters, digits or . / # -")
            String reference) {}

    @PostMapping(path = "/api/replays", consumes = "application/json")
    ResponseEntity<ReplayJob> request(Caller caller, @Valid @RequestBody ReplayForm form) {
        requireOperator(caller);
        if (!worker.names().contains(form.projection())) {
            throw Refused.by(
                    ReplayRule.NO_SUCH_PROJECTION,
                    "projection",
                    "Name one of: " + String.join(", ", worker.names()) + ".");
        }
        var id = ledger.idFor(caller);
        var asked = new ReplayRequested(
                new OperationId(id), form.projection(), form.kind(), form.reason(), form.reference());
        if (!ledger.story(id).tells(ledger.command(caller), asked)) {
            // The place first: who finds it taken leaves no story behind. Nothing is replayed that is not on record.
            book.request(
                    id,
                    form.projection(),
                    form.kind(),
                    form.reason(),
                    form.reference(),
                    caller.actor().id());
            if (!ledger.recorded(caller, 0, asked)) {
                ledger.story(id).tells(ledger.command(caller), asked);
            }
        }
        return ResponseEntity.created(URI.create("/api/replays/" + id)).body(found(id));
    }

    /** A second person agrees, and it begins. */
    @PostMapping("/api/replays/{id}/approval")
    ResponseEntity<ReplayJob> approve(Caller caller, @PathVariable("id") String path) {
        gate.admit(caller, Purpose.OPERATE, "replays", WATCHERS);
        var job = found(path);
        if (job.requestedBy().equals(caller.actor().id())) {
            throw Refused.by(ReplayRule.SECOND_PERSON, "You asked for this replay; somebody else must agree to it.");
        }
        return act(
                caller,
                job,
                new ReplayApproved(new OperationId(job.id()), job.projection()),
                ReplayJob.State.REQUESTED);
    }

    @PostMapping("/api/replays/{id}/pause")
    ResponseEntity<ReplayJob> pause(Caller caller, @PathVariable("id") String path) {
        requireOperator(caller);
        var job = found(path);
        return act(caller, job, new ReplayPaused(new OperationId(job.id()), job.projection()), ReplayJob.State.RUNNING);
    }

    @PostMapping("/api/replays/{id}/resumption")
    ResponseEntity<ReplayJob> resume(Caller caller, @PathVariable("id") String path) {
        requireOperator(caller);
        var job = found(path);
        return act(caller, job, new ReplayResumed(new OperationId(job.id()), job.projection()), ReplayJob.State.PAUSED);
    }

    @PostMapping("/api/replays/{id}/cancellation")
    ResponseEntity<ReplayJob> cancel(Caller caller, @PathVariable("id") String path) {
        requireOperator(caller);
        var job = found(path);
        if (job.state() == ReplayJob.State.ENDED) {
            throw ReplayStories.wrongState(job.state());
        }
        return act(
                caller,
                job,
                new ReplayCancelled(new OperationId(job.id()), job.projection()),
                ReplayJob.State.REQUESTED,
                ReplayJob.State.RUNNING,
                ReplayJob.State.PAUSED);
    }

    private ResponseEntity<ReplayJob> act(Caller caller, ReplayJob job, OperationEvent event, ReplayJob.State... from) {
        stories.act(caller, event, Set.of(from));
        worker.look();
        return fresh(job.id());
    }

    /** Replays, the newest first. */
    @GetMapping("/api/replays")
    ResponseEntity<List<ReplayJob>> replays(
            Caller caller,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int asked) {
        gate.admitToList(caller, Purpose.OPERATE, "replays", WATCHERS);
        var limit = Reading.limit(asked);
        var jobs = book.page(Reading.cursor(after), limit);
        return Reading.page(
                jobs,
                limit,
                "/api/replays",
                jobs.isEmpty() ? "" : jobs.getLast().id());
    }

    @GetMapping("/api/replays/{id}")
    ResponseEntity<ReplayJob> replay(Caller caller, @PathVariable("id") String path) {
        requireWatcher(caller);
        return fresh(path);
    }

    /** The same as server-sent events, one for each change, until it ended. */
    @GetMapping(path = "/api/replays/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(Caller caller, @PathVariable("id") String path) {
        requireWatcher(caller);
        return watchers.watch(caller.actor().id(), found(path));
    }

    private ReplayJob found(String path) {
        return book.find(Reading.id(path)).orElseThrow(Refused::unknown);
    }

    private ResponseEntity<ReplayJob> fresh(String path) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found(path));
    }

    private void requireOperator(Caller caller) {
        gate.admit(caller, Purpose.OPERATE, "replays", Role.AUDITOR, Role.ADMINISTRATOR);
    }

    private void requireWatcher(Caller caller) {
        gate.admit(caller, Purpose.OPERATE, "replays", WATCHERS);
    }
}
